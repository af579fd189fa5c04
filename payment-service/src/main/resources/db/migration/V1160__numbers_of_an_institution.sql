-- Giro, the card network and the banks speak through one client, and each numbers its own movements. A reversal that came ahead
-- of a payment it did not fit counts no more: beside it the number may be told again.

drop index bank_notice_first;
create unique index bank_notice_first
    on bank_notice (bank, bank_transaction_id, institution, (outcome = 'REVERSAL_AHEAD'))
    where outcome not in ('DUPLICATE', 'CONFLICTING_DUPLICATE', 'DATED_AHEAD', 'REVERSAL_REFUSED');
