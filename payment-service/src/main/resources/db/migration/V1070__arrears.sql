-- What the National Health Insurance Service is told to collect (보험료징수법 §4, §27), and what it has collected.

-- Each message is decided with the change it tells of and sent afterwards, as often as it takes; what was told is never rewritten.
create table arrears_message (
    message_id     uuid primary key,
    no             bigint  not null generated always as identity unique,
    change         text    not null check (change in ('HANDED_OVER', 'REDUCED', 'TAKEN_BACK', 'NOTHING')),
    slip_id        uuid    not null references slip,
    debt_kind      text    not null check (debt_kind in ('PERIOD', 'CORRECTION', 'BENEFIT_RECOVERY')),
    management_no  text    not null,
    insurance_year integer not null,
    origin_id      uuid    not null,
    return_id      uuid,
    insurance      text    not null check (insurance in ('IA', 'EI')),
    period         integer not null,
    charged_after  date    not null,
    principal      jsonb   not null,
    decided_on     date    not null
);
create index arrears_message_slip on arrears_message (slip_id, no);

create table arrears_message_told (
    message_id uuid primary key references arrears_message,
    receipt_no text        not null,
    told_at    timestamptz not null default now()
);

-- Late payments, looked at once: what they left open is handed over.
create index payment_late on payment (slip_id) where late;

-- What the collector says it has collected; repeated messages too. Only the first of a transaction number can have an effect.
create table arrears_collection (
    collection_id       uuid primary key,
    nhis_transaction_id text        not null,
    outcome             text        not null check (outcome in ('ACCEPTED', 'REVERSAL', 'DUPLICATE', 'CONFLICTING_DUPLICATE',
                                                                'UNKNOWN_WORKPLACE', 'UNKNOWN_TRANSACTION', 'ALREADY_REVERSED')),
    management_no       text,
    insurance           text check (insurance in ('IA', 'EI')),
    amount              bigint check (amount > 0),
    collection_cost     bigint check (collection_cost >= 0),
    collected_on        date        not null,
    reverses            text,
    received_at         timestamptz not null
);
create unique index arrears_collection_first on arrears_collection (nhis_transaction_id)
    where outcome in ('ACCEPTED', 'REVERSAL', 'UNKNOWN_WORKPLACE');
create unique index arrears_collection_reversed on arrears_collection (reverses) where outcome = 'REVERSAL';
create index arrears_collection_workplace on arrears_collection (management_no, collection_id);

-- Which part of a collection paid what. What nothing was open for has no debt and stands on suspense.
create table arrears_share (
    collection_id  uuid    not null references arrears_collection,
    line           integer not null,
    management_no  text    not null,
    insurance_year integer,
    debt_kind      text,
    origin_id      uuid,
    return_id      uuid,
    insurance      text    not null check (insurance in ('IA', 'EI')),
    period         integer,
    item           text    not null check (item in ('COLLECTION_COST', 'PREMIUM', 'LATE_CHARGE', 'SURCHARGE',
                                                    'BENEFIT_RECOVERY', 'SUSPENSE')),
    fund           text check (fund in ('INDUSTRIAL_ACCIDENT', 'UNEMPLOYMENT', 'STABILITY')),
    amount         bigint  not null check (amount > 0),
    primary key (collection_id, line),
    check ((item = 'SUSPENSE') = (fund is null))
);

-- Money that a collector, and no bank, tells of may stand on suspense too.
alter table ledger_transaction drop constraint ledger_transaction_follows;
alter table ledger_transaction add constraint ledger_transaction_follows
    check (case when kind = 'RETURN_FILED' then num_nonnulls(notice_id, cause_id) = 0
                when kind = 'PAYMENT_RECEIVED' then notice_id is not null
                when kind in ('DUE_DATE_EXTENDED', 'HANDED_OVER') then true
                else num_nonnulls(notice_id, cause_id) > 0 end);

do $$
declare
    frozen text;
begin
    foreach frozen in array array['arrears_message', 'arrears_message_told', 'arrears_collection', 'arrears_share']
    loop
        execute format('revoke update, delete on %I from payment_app', frozen);
        execute format('create trigger %I before update or delete or truncate on %I execute function refuse_change()',
                       frozen || '_frozen', frozen);
    end loop;
end $$;
