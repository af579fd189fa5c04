-- Accounts, cards and phones of employers, as premium-service tells them: a history, never rewritten.
create table registered_account (
    registration_id uuid        not null,
    purpose         text        not null check (purpose in ('REFUND', 'DEBIT_ACCOUNT', 'DEBIT_CARD', 'MOBILE_NOTICE')),
    return_id       uuid,
    management_no   text        not null,
    insurance_year  integer     not null,
    wish            text check (wish in ('START', 'STOP')),
    from_period     integer     not null check (from_period between 0 and 4),
    institution     text,
    masked          text        not null,
    holder_kind     text,
    holder_fits     boolean     not null,
    filed_on        date        not null,
    registered_on   date        not null,
    secret          bytea       not null,
    recorded_at     timestamptz not null default now(),
    primary key (registration_id, purpose),
    check ((purpose = 'REFUND') = (wish is null)),
    check ((purpose = 'REFUND') = (from_period = 0))
);
create index registered_account_of_workplace on registered_account (management_no, purpose, insurance_year, filed_on);
comment on column registered_account.secret is 'institution, number and holder, encrypted and bound to this row';
revoke update, delete on registered_account from payment_app;
create trigger registered_account_frozen before update or delete or truncate on registered_account
    execute function refuse_change();
