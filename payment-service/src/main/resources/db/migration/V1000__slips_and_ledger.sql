-- From a filed return to money settled. Whatever has been told, paid or booked is never changed or removed: the
-- application's user may not (privileges), and nobody can by accident (triggers). Money is whole won.

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a row of % is never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

-- A return as its event told it. Its row is what makes a return's slips be issued once.
create table filed_return (
    return_id      uuid primary key,
    management_no  text    not null,
    insurance_year integer not null,
    filed_on       date    not null,
    data           jsonb   not null
);
create index filed_return_workplace on filed_return (management_no, return_id);

create sequence e_payment_serial;
create table slip (
    slip_id             uuid primary key,
    management_no       text    not null,
    insurance_year      integer not null,
    return_id           uuid    not null references filed_return,
    insurance           text    not null check (insurance in ('IA', 'EI')),
    period              integer not null check (period between 0 and 4),
    e_payment_no        text    not null unique check (e_payment_no ~ '^\d{4}-\d{4}-\d{2}-\d-\d-\d{6}$'),
    statutory_due_date  date    not null,
    due_date            date    not null check (due_date >= statutory_due_date),
    e_filing_reduction  bigint  not null check (e_filing_reduction >= 0),
    payable             bigint  not null check (payable > 0),
    state               text    not null check (state in ('ISSUED', 'PAID')),
    unique (return_id, insurance, period)
);
create index slip_workplace on slip (management_no, slip_id);

create table slip_line (
    slip_id              uuid    not null references slip,
    management_no        text    not null,
    insurance_year       integer not null,
    fund                 text    not null check (fund in ('INDUSTRIAL_ACCIDENT', 'UNEMPLOYMENT', 'STABILITY')),
    confirmed_additional bigint  not null,
    estimate             bigint  not null check (estimate >= 0),
    lump_sum_discount    bigint  not null check (lump_sum_discount >= 0),
    primary key (slip_id, fund)
);

-- Every authentic notice of a bank, repeated ones too. Only the first of a transaction number can have an effect.
create table bank_notice (
    notice_id           uuid primary key,
    bank                text        not null,
    bank_transaction_id text        not null,
    outcome             text        not null check (outcome in ('ACCEPTED', 'DUPLICATE', 'CONFLICTING_DUPLICATE',
                                                                'UNKNOWN_NUMBER', 'WRONG_AMOUNT', 'ALREADY_PAID')),
    e_payment_no        text        not null,
    amount              bigint      not null check (amount > 0),
    paid_at             timestamptz not null,
    channel             text        not null check (channel in ('VIRTUAL_ACCOUNT', 'GIRO', 'COUNTER', 'CARD')),
    slip_id             uuid references slip,
    management_no       text,
    insurance           text,
    received_at         timestamptz not null
);
create unique index bank_notice_first on bank_notice (bank, bank_transaction_id)
    where outcome not in ('DUPLICATE', 'CONFLICTING_DUPLICATE');
create index bank_notice_workplace on bank_notice (management_no, insurance);

create table payment (
    payment_id     uuid primary key,
    management_no  text    not null,
    insurance_year integer not null,
    slip_id        uuid    not null unique references slip,
    notice_id      uuid    not null unique references bank_notice,
    amount         bigint  not null check (amount > 0),
    paid_on        date    not null,
    late           boolean not null,
    channel        text    not null
);
create index payment_workplace on payment (management_no, payment_id);

-- ---- Ledger: double entry. A balance is a sum of entries; there is no balance column to go wrong.

create table ledger_transaction (
    transaction_id uuid primary key,
    kind           text        not null check (kind in ('RETURN_FILED', 'PAYMENT_RECEIVED', 'MONEY_SUSPENDED')),
    management_no  text,
    insurance_year integer,
    return_id      uuid references filed_return,
    insurance      text check (insurance in ('IA', 'EI')),
    period         integer,
    notice_id      uuid unique references bank_notice,
    value_date     date        not null,
    recorded_at    timestamptz not null default now(),
    written_in     xid8        not null default pg_current_xact_id(),
    -- Only money under an unknown number belongs to no debt.
    check (num_nulls(management_no, insurance_year, return_id, insurance, period) = 0
        or num_nonnulls(management_no, insurance_year, return_id, insurance, period) = 0 and kind = 'MONEY_SUSPENDED'),
    check ((kind = 'RETURN_FILED') = (notice_id is null))
);
create unique index ledger_transaction_of_return on ledger_transaction (return_id, insurance, period)
    where kind = 'RETURN_FILED';
create index ledger_transaction_workplace on ledger_transaction (management_no, transaction_id);

create table ledger_entry (
    transaction_id uuid    not null references ledger_transaction,
    line           integer not null,
    management_no  text,
    insurance_year integer,
    insurance      text,
    account        text    not null check (account in ('RECEIVABLE', 'CONFIRMED_PREMIUM', 'ESTIMATED_PREMIUM',
                                                       'LUMP_SUM_DISCOUNT', 'E_FILING_REDUCTION', 'EXCESS',
                                                       'REFUND_PAYABLE', 'CASH', 'SUSPENSE')),
    fund           text check (fund in ('INDUSTRIAL_ACCIDENT', 'UNEMPLOYMENT', 'STABILITY')),
    side           text    not null check (side in ('DEBIT', 'CREDIT')),
    amount         bigint  not null check (amount > 0),
    primary key (transaction_id, line),
    check (fund is not null or account in ('CASH', 'SUSPENSE')),
    check (fund is null or (fund = 'INDUSTRIAL_ACCIDENT') = (insurance = 'IA') and insurance is not null)
);
create index ledger_entry_workplace on ledger_entry (management_no, insurance, account, fund);

-- At commit: debits equal credits, the entries are those of the transaction's own workplace and insurance, and they were
-- written together with it, so that a booked transaction cannot be added to later.
create function check_ledger_transaction() returns trigger language plpgsql as $$
declare
    booked ledger_transaction%rowtype;
    entries bigint;
    difference numeric;
    strangers bigint;
begin
    select * into booked from ledger_transaction where transaction_id = new.transaction_id;
    select count(*),
           coalesce(sum(case side when 'DEBIT' then amount else -amount end), 0),
           count(*) filter (where management_no is distinct from booked.management_no
                               or insurance_year is distinct from booked.insurance_year
                               or insurance is distinct from booked.insurance)
      into entries, difference, strangers
      from ledger_entry where transaction_id = new.transaction_id;
    if entries < 2 or difference <> 0 or strangers > 0 or booked.written_in <> pg_current_xact_id() then
        raise exception 'ledger transaction %: % entries, debits minus credits %, % entries of another book',
            new.transaction_id, entries, difference, strangers using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger ledger_transaction_balances after insert on ledger_transaction
    deferrable initially deferred for each row execute function check_ledger_transaction();
create constraint trigger ledger_entry_balances after insert on ledger_entry
    deferrable initially deferred for each row execute function check_ledger_transaction();

-- ---- Nothing is rewritten. A slip's state is the one thing that moves on.

do $$
declare
    frozen text;
begin
    foreach frozen in array array['filed_return', 'slip_line', 'bank_notice', 'payment', 'ledger_transaction', 'ledger_entry']
    loop
        execute format('revoke update, delete on %I from payment_app', frozen);
        execute format('create trigger %I before update or delete or truncate on %I execute function refuse_change()',
                       frozen || '_frozen', frozen);
    end loop;
end $$;
revoke update, delete on slip from payment_app;
grant update (state) on slip to payment_app;
create trigger slip_kept before delete or truncate on slip execute function refuse_change();
create function check_slip_move() returns trigger language plpgsql as $$
begin
    if old.state <> 'ISSUED' or new.state <> 'PAID' or to_jsonb(new) - 'state' <> to_jsonb(old) - 'state' then
        raise exception 'slip % only moves from ISSUED to PAID', old.slip_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger slip_moves before update on slip for each row execute function check_slip_move();
