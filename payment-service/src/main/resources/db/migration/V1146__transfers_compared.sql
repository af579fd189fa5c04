-- What the bank said to each return of suspended money: its own number and time, as its daily file names them.
create table suspense_transfer_answer (
    resolution_id  uuid        not null references suspense_resolution,
    answer         text        not null check (answer in ('SENT', 'FAILED', 'PAID', 'RETURNED')),
    transaction_id text,
    reason         text,
    answered_at    timestamptz not null,
    primary key (resolution_id, answer)
);
create index suspense_transfer_answer_at on suspense_transfer_answer (answered_at);
create index refund_transfer_answer_at on refund_transfer_answer (answered_at);
revoke update, delete on suspense_transfer_answer from payment_app;
create trigger suspense_transfer_answer_frozen before update or delete or truncate on suspense_transfer_answer
    execute function refuse_change();

-- Transfers out are compared too, and a reversal that was refused here is no unknown one.
alter table reconciliation_difference drop constraint reconciliation_difference_kind_check;
alter table reconciliation_difference add constraint reconciliation_difference_kind_check
    check (kind in ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT', 'NUMBER', 'TIME', 'FEE', 'CHANNEL', 'REVERSED_THERE',
                    'REVERSED_HERE', 'REVERSAL_REFUSED_HERE', 'DUPLICATE_LINE', 'TRANSFER_MISSING_HERE',
                    'TRANSFER_MISSING_THERE', 'TRANSFER_RETURNED_THERE', 'TRANSFER_RETURNED_HERE'));
