-- A line of a daily file that nobody can read is a difference too: it has a name, but neither side need be known.
alter table reconciliation_difference drop constraint reconciliation_difference_kind_check;
alter table reconciliation_difference add constraint reconciliation_difference_kind_check
    check (kind in ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT', 'NUMBER', 'TIME', 'FEE', 'CHANNEL', 'REVERSED_THERE',
                    'REVERSED_HERE', 'REVERSAL_REFUSED_HERE', 'DUPLICATE_LINE', 'UNREADABLE_LINE',
                    'TRANSFER_MISSING_HERE', 'TRANSFER_MISSING_THERE', 'TRANSFER_RETURNED_THERE',
                    'TRANSFER_RETURNED_HERE'));
alter table reconciliation_difference drop constraint reconciliation_difference_check;
alter table reconciliation_difference add constraint reconciliation_difference_check
    check (theirs is not null or ours is not null or kind = 'UNREADABLE_LINE');
