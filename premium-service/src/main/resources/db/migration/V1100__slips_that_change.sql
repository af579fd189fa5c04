-- Slips are cancelled, with or without another in their place, and payments are taken back.

alter table slip drop constraint slip_payable_check;
alter table slip add constraint slip_payable_check check (payable >= 0);
-- Why nothing is payable any more: set when a slip is cancelled and none takes its place.
alter table slip add column ended text check (ended in ('REPLACED', 'OFFSET', 'SETTLED'));
alter table slip add check (payable > 0 or ended is not null);

create table slip_payment_reversal (
    payment_id    text primary key,
    return_id     uuid    not null,
    insurance     text    not null,
    period        integer not null,
    management_no text    not null,
    reversed_on   date    not null,
    foreign key (return_id, insurance, period) references slip
);
revoke update, delete on slip_payment_reversal from premium_app;
