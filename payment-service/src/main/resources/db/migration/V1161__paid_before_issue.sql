-- A payment dated before its slip was issued stands on suspense.

alter table bank_notice
    drop constraint bank_notice_outcome_check,
    add constraint bank_notice_outcome_check
        check (outcome in ('ACCEPTED', 'DUPLICATE', 'CONFLICTING_DUPLICATE', 'DATED_AHEAD', 'UNKNOWN_NUMBER', 'WRONG_AMOUNT',
                           'ALREADY_PAID', 'SLIP_CANCELLED', 'BEFORE_ISSUE', 'SLIP_CLOSED', 'AFTER_LAST_DAY', 'CHANNEL_REFUSED',
                           'REVERSED_BEFORE', 'REVERSED', 'SUSPENSE_REVERSED', 'REVERSAL_AHEAD', 'ALREADY_REVERSED',
                           'REVERSAL_REFUSED'));
drop index bank_notice_suspended;
create index bank_notice_suspended on bank_notice (notice_id)
    where outcome in ('UNKNOWN_NUMBER', 'WRONG_AMOUNT', 'ALREADY_PAID', 'SLIP_CANCELLED', 'BEFORE_ISSUE', 'SLIP_CLOSED',
                      'AFTER_LAST_DAY', 'CHANNEL_REFUSED');
