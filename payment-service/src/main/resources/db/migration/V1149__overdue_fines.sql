-- What is added to fines that are not paid in time (질서위반행위규제법 §24), a row each time it grows: all that is added by then.
create table fine_surcharge (
    charge_id      uuid    not null references charge,
    months         integer not null check (months >= 0),
    management_no  text    not null,
    insurance_year integer not null,
    amount         bigint  not null check (amount > 0),
    added_on       date    not null,
    until          date    not null check (until >= added_on),
    calculation    jsonb   not null,
    recorded_at    timestamptz not null default now(),
    primary key (charge_id, months)
);
revoke update, delete on fine_surcharge from payment_app;
create trigger fine_surcharge_frozen before update or delete or truncate on fine_surcharge execute function refuse_change();

-- Fines whose last day has passed are looked for.
create index slip_fines_open on slip (last_day, slip_id) where debt_kind = 'FINE' and state = 'ISSUED';
