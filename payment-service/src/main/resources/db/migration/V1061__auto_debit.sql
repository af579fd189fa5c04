-- Automatic debit of instalments: a run for each due date, one order for each slip in it. The order is written before the
-- institution hears of it, with everything the message says, so that it can be said again, word by word, after a crash.
create table debit_run (
    run_id     uuid primary key,
    due_date   date        not null unique,
    started_by text        not null,
    started_at timestamptz not null
);
revoke update, delete on debit_run from payment_app;
create trigger debit_run_frozen before update or delete or truncate on debit_run execute function refuse_change();

create table debit_order (
    request_id      uuid primary key,
    due_date        date    not null references debit_run (due_date),
    management_no   text    not null,
    insurance_year  integer not null,
    slip_id         uuid    not null references slip,
    state           text    not null check (state in ('PLANNED', 'SENT', 'DEBITED', 'REFUSED', 'SKIPPED')),
    registration_id uuid,
    purpose         text check (purpose in ('DEBIT_ACCOUNT', 'DEBIT_CARD')),
    amount          bigint check (amount > 0),
    reduction       bigint check (reduction >= 0),
    fee             bigint check (fee >= 0),
    ordered_at      timestamptz,
    transaction_id  text,
    notice_id       uuid references bank_notice,
    reason          text,
    closed_at       timestamptz,
    foreign key (registration_id, purpose) references registered_account (registration_id, purpose),
    unique (slip_id, due_date),
    -- What was sent is known whole; what became of it, when it is over.
    check (state in ('PLANNED', 'SKIPPED') = (num_nonnulls(registration_id, purpose, amount, reduction, fee, ordered_at) = 0)),
    check (num_nulls(registration_id, purpose, amount, reduction, fee, ordered_at) in (0, 6)),
    check ((state = 'DEBITED') = (transaction_id is not null) and (state = 'DEBITED') = (notice_id is not null)),
    check (state in ('REFUSED', 'SKIPPED') = (reason is not null)),
    check (state in ('PLANNED', 'SENT') = (closed_at is null))
);
-- A slip is never under way twice, whichever run it is in.
create unique index debit_order_live on debit_order (slip_id) where state in ('PLANNED', 'SENT', 'DEBITED');
create index debit_order_of_run on debit_order (due_date, request_id);
create index debit_order_open on debit_order (due_date, state, request_id) where state in ('PLANNED', 'SENT');
create index debit_order_of_workplace on debit_order (management_no, request_id);

revoke update, delete on debit_order from payment_app;
grant update (state, registration_id, purpose, amount, reduction, fee, ordered_at, transaction_id, notice_id, reason, closed_at)
    on debit_order to payment_app;
create trigger debit_order_kept before delete or truncate on debit_order execute function refuse_change();
create function check_debit_order_move() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in (('PLANNED', 'SENT'), ('PLANNED', 'SKIPPED'), ('SENT', 'DEBITED'), ('SENT', 'REFUSED'))
       or (new.request_id, new.due_date, new.management_no, new.insurance_year, new.slip_id)
          is distinct from (old.request_id, old.due_date, old.management_no, old.insurance_year, old.slip_id)
       or old.state = 'SENT'
          and (new.registration_id, new.purpose, new.amount, new.reduction, new.fee, new.ordered_at)
              is distinct from (old.registration_id, old.purpose, old.amount, old.reduction, old.fee, old.ordered_at) then
        raise exception 'debit order % only moves along its states, and what was sent stays as it is', old.request_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger debit_order_moves before update on debit_order for each row execute function check_debit_order_move();

-- Whom a coming debit was announced to; once for each slip.
create table debit_announcement (
    slip_id        uuid primary key references slip,
    management_no  text    not null,
    insurance_year integer not null,
    announced_on   date    not null
);
revoke update, delete on debit_announcement from payment_app;
create trigger debit_announcement_frozen before update or delete or truncate on debit_announcement
    execute function refuse_change();

-- What of the slip's amount a payment settles beside its money.
alter table payment add column auto_debit_reduction bigint not null default 0 check (auto_debit_reduction >= 0);
