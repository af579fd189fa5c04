-- Corrections of returns that took effect, as they were told. Its row is what lets a correction change slips and ledger once.

create table adjustment (
    adjustment_id  uuid primary key,
    return_id      uuid    not null references filed_return,
    management_no  text    not null,
    insurance_year integer not null,
    correction_no  integer not null check (correction_no > 0),
    decided_on     date    not null,
    data           jsonb   not null,
    unique (return_id, correction_no)
);
create index adjustment_workplace on adjustment (management_no, adjustment_id);
revoke update, delete on adjustment from payment_app;
create trigger adjustment_frozen before update or delete or truncate on adjustment
    execute function refuse_change();
