-- What is owed back to employers, from the credit it arises with to the account it arrives in. A refund's state and the number of
-- the step it is at are all that moves; every step is kept.

create table refund (
    refund_id      uuid primary key,
    management_no  text    not null,
    insurance_year integer not null,
    debt_kind      text    not null check (debt_kind in ('PERIOD', 'CORRECTION', 'BENEFIT_RECOVERY', 'FINE')),
    origin_id      uuid    not null,
    return_id      uuid,
    insurance      text    not null check (insurance in ('IA', 'EI')),
    period         integer not null check (period between 0 and 4),
    cause          text    not null check (cause in ('SETTLEMENT', 'CORRECTION', 'MISTAKEN_PAYMENT')),
    cause_id       uuid    not null,
    arisen_on      date    not null,
    interest_from  date,
    payable_until  date,
    state          text    not null check (state in ('WAITING', 'PROPOSED', 'APPROVED', 'SENT', 'PAID', 'OFFSET', 'DROPPED')),
    step           integer not null check (step >= 1),
    recorded_at    timestamptz not null default now(),
    -- A cause owes back once on a debt.
    unique (cause_id, debt_kind, origin_id, insurance, period)
);
create index refund_workplace on refund (management_no, refund_id);
create index refund_to_send on refund (refund_id) where state in ('APPROVED', 'SENT');

-- What was owed back at first, by fund.
create table refund_fund (
    refund_id      uuid    not null references refund,
    fund           text    not null check (fund in ('INDUSTRIAL_ACCIDENT', 'UNEMPLOYMENT', 'STABILITY')),
    management_no  text    not null,
    insurance_year integer not null,
    amount         bigint  not null check (amount > 0),
    primary key (refund_id, fund)
);

-- What happened to it: who proposed, approved or rejected what, and what the bank said.
create table refund_step (
    refund_id      uuid    not null references refund,
    step           integer not null check (step >= 1),
    management_no  text    not null,
    insurance_year integer not null,
    cause          text    not null,
    state          text    not null,
    member_id      text,
    happened_on    date    not null,
    detail         jsonb   not null,
    recorded_at    timestamptz not null default now(),
    primary key (refund_id, step)
);

-- What of it paid something else that was open, and what was dropped or became interest: by fund.
create table refund_use (
    refund_id      uuid    not null references refund,
    step           integer not null,
    line           integer not null,
    management_no  text    not null,
    insurance_year integer not null,
    kind           text    not null check (kind in ('OFFSET', 'DROPPED', 'INTEREST')),
    fund           text    not null check (fund in ('INDUSTRIAL_ACCIDENT', 'UNEMPLOYMENT', 'STABILITY')),
    amount         bigint  not null check (amount > 0),
    primary key (refund_id, step, line)
);

-- An order to the bank. Its id is the request id: the bank carries it out once, however often it is told.
create table refund_transfer (
    transfer_id     uuid primary key,
    refund_id       uuid    not null references refund,
    step            integer not null,
    management_no   text    not null,
    insurance_year  integer not null,
    -- which registered account; its number is kept encrypted where accounts are kept
    registration_id uuid    not null,
    masked          text    not null,
    amount          bigint  not null check (amount > 0),
    ordered_on      date    not null,
    ordered_at      timestamptz not null,
    unique (refund_id, step)
);
create table refund_transfer_answer (
    transfer_id    uuid    not null references refund_transfer,
    management_no  text    not null,
    insurance_year integer not null,
    answer         text    not null check (answer in ('SENT', 'REFUSED', 'PAID', 'RETURNED')),
    transaction_id text,
    reason         text,
    answered_at    timestamptz not null,
    primary key (transfer_id, answer)
);

create function check_refund_move() returns trigger language plpgsql as $$
begin
    if not ((old.state, new.state) in (('WAITING', 'PROPOSED'), ('PROPOSED', 'WAITING'), ('PROPOSED', 'APPROVED'),
                                       ('PROPOSED', 'OFFSET'), ('PROPOSED', 'DROPPED'), ('APPROVED', 'WAITING'),
                                       ('APPROVED', 'SENT'), ('SENT', 'PAID'), ('SENT', 'WAITING'), ('PAID', 'WAITING'))
            and new.step = old.step + 1
            and to_jsonb(new) - array['state', 'step'] = to_jsonb(old) - array['state', 'step']) then
        raise exception 'refund % only moves along its states, a step at a time', old.refund_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger refund_moves before update on refund for each row execute function check_refund_move();
create trigger refund_kept before delete or truncate on refund execute function refuse_change();
revoke update, delete on refund from payment_app;
grant update (state, step) on refund to payment_app;

do $$
declare
    frozen text;
begin
    foreach frozen in array array['refund_fund', 'refund_step', 'refund_use', 'refund_transfer', 'refund_transfer_answer']
    loop
        execute format('revoke update, delete on %I from payment_app', frozen);
        execute format('create trigger %I before update or delete or truncate on %I execute function refuse_change()',
                       frozen || '_frozen', frozen);
    end loop;
end $$;
