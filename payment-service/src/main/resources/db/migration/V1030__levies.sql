-- Premium, wage-claim levy and asbestos levy are paid as one and belong to three purses (보험료징수법 §31③).

-- By which weights, as returns and their corrections tell it: exact, never amounts to pay. The newest of a return counts.
create table levy_weights (
    origin_id        uuid    not null,
    stage            text    not null check (stage in ('CONFIRMED', 'ESTIMATED')),
    seq              bigint  not null generated always as identity,
    return_id        uuid    not null references filed_return,
    management_no    text    not null,
    insurance_year   integer not null,
    accident_premium numeric not null check (accident_premium >= 0),
    wage_claim       numeric not null check (wage_claim >= 0),
    asbestos         numeric not null check (asbestos >= 0),
    primary key (origin_id, stage),
    check (accident_premium + wage_claim + asbestos > 0)
);
create index levy_weights_return on levy_weights (return_id, stage, seq);
revoke update, delete on levy_weights from payment_app;
create trigger levy_weights_frozen before update or delete or truncate on levy_weights
    execute function refuse_change();

-- Of money that came before weights were told nothing else is known than that it was paid as premium.
alter table ledger_entry disable trigger ledger_entry_frozen;
update ledger_entry set levy = 'ACCIDENT_PREMIUM' where account = 'CASH' and fund = 'INDUSTRIAL_ACCIDENT' and levy is null;
alter table ledger_entry enable trigger ledger_entry_frozen;
alter table ledger_entry drop constraint ledger_entry_levy;
alter table ledger_entry add constraint ledger_entry_levy
    check ((levy is not null) = (account = 'CASH' and fund is not distinct from 'INDUSTRIAL_ACCIDENT'));

create index ledger_transaction_day on ledger_transaction (value_date);
