-- A slip is known by what it stems from: the return, or a correction of it. And what NHIS has to collect of a slip.

alter table slip rename column return_id to origin_id;
alter table slip_payment rename column return_id to origin_id;
alter table slip_payment_reversal rename column return_id to origin_id;
alter table slip drop constraint slip_return_id_fkey;
alter table slip add column return_id uuid references premium_return;
update slip set return_id = origin_id;
alter table slip alter column return_id set not null;
create index slip_of_return on slip (return_id);
-- The rows of the slip as payment-service tells them; until it has told, the return's own count.
alter table slip add column figures jsonb;
alter table slip drop constraint slip_ended_check;
alter table slip add constraint slip_ended_check check (ended in ('REPLACED', 'OFFSET', 'SETTLED', 'DROPPED'));

-- What came to NHIS and went, in the order it was told; above zero what NHIS has more to collect.
create table slip_arrears (
    no            bigint  not null generated always as identity unique,
    cause_id      text    not null,
    kind          text    not null check (kind in ('HANDED_OVER', 'TAKEN_BACK', 'COLLECTED', 'COLLECTION_REVERSED', 'OFFSET',
                                                   'CORRECTED', 'SETTLED')),
    origin_id     uuid    not null,
    insurance     text    not null,
    period        integer not null,
    management_no text    not null,
    item          text    not null check (item in ('PREMIUM', 'SURCHARGE')),
    fund          text    not null check (fund in ('INDUSTRIAL_ACCIDENT', 'UNEMPLOYMENT', 'STABILITY')),
    amount        bigint  not null,
    of_estimate   bigint  not null check (of_estimate >= 0),
    moved_on      date    not null,
    primary key (cause_id, kind, origin_id, insurance, period, item, fund),
    foreign key (origin_id, insurance, period) references slip
);
create index slip_arrears_of_slip on slip_arrears (origin_id, insurance, period);
revoke update, delete on slip_arrears from premium_app;
