-- Premium returns. The workplace number and the insurance year are in every row, so the tables can be partitioned by them.

create table premium_return (
    id               uuid primary key,
    management_no    text        not null,
    insurance_year   integer     not null,
    client_reference text,
    member_id        text        not null,
    state            text        not null check (state in ('DRAFT', 'FILED', 'PARTLY_PAID', 'SETTLED')),
    version          integer     not null,
    content          text        not null,
    refund_account   bytea,
    filed_on         date,
    calculation      text,
    law              text,
    trace            text,
    created_at       timestamptz not null default now(),
    check ((state = 'DRAFT') = (filed_on is null)),
    check ((filed_on is null) = (calculation is null)),
    check ((filed_on is null) = (law is null)),
    check ((filed_on is null) = (trace is null))
);
create index premium_return_of_workplace on premium_return (management_no, insurance_year, id);
create index premium_return_by_reference on premium_return (management_no, client_reference)
    where client_reference is not null;

comment on column premium_return.content is 'what the filer stated (JSON); the account number of a refund account is masked';
comment on column premium_return.refund_account is 'the refund account (JSON), encrypted, bound to this row';
comment on column premium_return.law is 'every parameter version the calculation used (JSON)';

-- One filed return a workplace and year: the row is the claim, so that two submissions at once cannot both have it.
create table filed_year (
    management_no  text    not null,
    insurance_year integer not null,
    return_id      uuid    not null unique references premium_return,
    primary key (management_no, insurance_year)
);

-- What is to be paid for a return, one row for each period with something payable; payment-service adds the slip.
create table slip (
    return_id          uuid    not null references premium_return,
    insurance          text    not null check (insurance in ('IA', 'EI')),
    period             integer not null check (period between 0 and 4),
    management_no      text    not null,
    payable            bigint  not null check (payable > 0),
    statutory_due_date date    not null,
    slip_id            text,
    e_payment_no       text,
    due_date           date,
    primary key (return_id, insurance, period)
);

create table slip_payment (
    payment_id    text    primary key,
    return_id     uuid    not null,
    insurance     text    not null,
    period        integer not null,
    management_no text    not null,
    amount        bigint  not null check (amount > 0),
    paid_on       date    not null,
    channel       text    not null,
    foreign key (return_id, insurance, period) references slip
);
create index slip_payment_of_return on slip_payment (return_id);

-- What was filed stays as it was filed; only its state moves on.
create function keep_filed_return() returns trigger language plpgsql as $$
begin
    if old.state <> 'DRAFT' then
        if tg_op = 'DELETE' then
            raise exception 'a filed return is never deleted';
        end if;
        if (new.id, new.management_no, new.insurance_year, new.client_reference, new.member_id, new.content,
            new.refund_account, new.filed_on, new.calculation, new.law, new.trace)
           is distinct from
           (old.id, old.management_no, old.insurance_year, old.client_reference, old.member_id, old.content,
            old.refund_account, old.filed_on, old.calculation, old.law, old.trace) then
            raise exception 'a filed return is never changed';
        end if;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_filed_return before update or delete on premium_return
    for each row execute function keep_filed_return();
