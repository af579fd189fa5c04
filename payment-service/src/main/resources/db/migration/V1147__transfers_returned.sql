-- What the bank tells of sent money that came back: every message, repeated and refused ones too.
create table transfer_return (
    return_id           uuid primary key,
    bank                text        not null,
    bank_transaction_id text        not null,
    order_id            uuid        not null,
    amount              bigint      not null check (amount > 0),
    reason              text,
    returned_at         timestamptz not null,
    outcome             text        not null check (outcome in ('RETURNED', 'ALREADY_RETURNED', 'DUPLICATE',
                                                                'CONFLICTING_DUPLICATE', 'UNKNOWN_ORDER', 'NOT_SENT',
                                                                'AMOUNT_DIFFERS', 'DATED_AHEAD', 'BEFORE_SENT')),
    management_no       text,
    received_at         timestamptz not null
);
-- The first that counts takes its number; what was refused leaves it free.
create unique index transfer_return_first on transfer_return (bank, bank_transaction_id)
    where outcome in ('RETURNED', 'ALREADY_RETURNED');
create index transfer_return_order on transfer_return (order_id);
revoke update, delete on transfer_return from payment_app;
create trigger transfer_return_frozen before update or delete or truncate on transfer_return execute function refuse_change();
