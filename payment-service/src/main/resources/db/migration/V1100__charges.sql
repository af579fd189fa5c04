-- 급여징수금: what was assessed, on which facts and by which calculation, and what of it was cancelled. Never changed.
create table charge (
    charge_id      uuid primary key,
    kind           text    not null check (kind in ('BENEFIT_RECOVERY', 'FINE')),
    management_no  text    not null,
    insurance_year integer not null,
    insurance      text    not null check (insurance in ('IA', 'EI')),
    case_no        text    not null,
    ground         text    not null,
    amount         bigint  not null check (amount > 0),
    assessed_on    date    not null,
    due_date       date    not null check (due_date > assessed_on),
    member_id      text    not null,
    request        jsonb   not null,
    calculation    jsonb   not null,
    recorded_at    timestamptz not null default now()
);
create index charge_workplace on charge (management_no, charge_id);
create index charge_case on charge (management_no, case_no);

-- The benefits a recovery rests on: each is recovered once, unless that was cancelled.
create table charge_benefit (
    charge_id      uuid    not null references charge,
    benefit_no     text    not null,
    management_no  text    not null,
    insurance_year integer not null,
    primary key (charge_id, benefit_no)
);
create index charge_benefit_no on charge_benefit (management_no, benefit_no);

create table charge_cancellation (
    charge_id      uuid    primary key references charge,
    management_no  text    not null,
    insurance_year integer not null,
    cancelled_on   date    not null,
    member_id      text    not null,
    reason         text    not null,
    recorded_at    timestamptz not null default now()
);

do $$
declare
    frozen text;
begin
    foreach frozen in array array['charge', 'charge_benefit', 'charge_cancellation']
    loop
        execute format('revoke update, delete on %I from payment_app', frozen);
        execute format('create trigger %I before update or delete or truncate on %I execute function refuse_change()',
                       frozen || '_frozen', frozen);
    end loop;
end $$;
