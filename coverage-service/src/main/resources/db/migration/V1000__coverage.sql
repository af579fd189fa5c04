-- Lets an exclusion constraint compare plain columns beside ranges. A trusted extension: the database's owner may create it.
create extension if not exists btree_gist;

-- One row per resident number in the whole database. The number is encrypted and bound to the row's id; person_key is the
-- keyed blind index over it, by which it is found.
create table person (
    id              uuid primary key,
    person_key      text  not null unique,
    resident_number bytea not null
);

-- Every accepted report, as the document whose hash its receipt signs. Never changed.
create table filing (
    id               uuid primary key,
    kind             text    not null,
    management_no    text    not null,
    client_reference text,
    filed_on         date    not null,
    deadline         date    not null,
    days_late        integer not null check (days_late >= 0),
    receipt_no       text    not null unique references receipt,
    document         jsonb   not null
);
create unique index filing_establishment on filing (management_no) where kind = 'WORKPLACE_ESTABLISHMENT';
create index filing_client_reference on filing (management_no, client_reference) where client_reference is not null;
revoke update, delete on filing from coverage_app;

-- Takes the management number, and the business's place for one head office and one collective. The filing follows in the
-- same transaction.
create table establishment (
    management_no   text primary key,
    business_number text not null,
    kind            text not null,
    filing_id       uuid not null unique references filing deferrable initially deferred,
    constraint establishment_one_of_a_kind unique (business_number, kind)
);
revoke update, delete on establishment from coverage_app;

-- Insured status of a person at a workplace: from acquired_on until the day before loss_date, or still open. What the two
-- reports said is beside it.
create table insured_period (
    id                    uuid primary key,
    management_no         text    not null references establishment,
    person_id             uuid    not null references person,
    name                  text    not null,
    acquired_on           date    not null,
    occupation_code       text    not null,
    monthly_remuneration  bigint  not null check (monthly_remuneration > 0),
    weekly_hours          integer not null check (weekly_hours > 0),
    contract_ends_on      date,
    unemployment_insured  boolean not null,
    acquisition_filing_id uuid    not null unique references filing,
    separation_date       date,
    loss_date             date check (loss_date > acquired_on),
    loss_reason_code      text,
    loss_reason_detail    text,
    loss_filing_id        uuid unique references filing,
    constraint insured_period_lost_or_not check (num_nonnulls(loss_date, loss_reason_code, loss_filing_id) in (0, 3)),
    -- Two periods of one person at one workplace never share a day, whatever happens at the same instant.
    constraint insured_period_no_overlap
        exclude using gist (management_no with =, person_id with =, daterange(acquired_on, loss_date) with &&)
);
create index insured_period_person on insured_period (person_id, acquired_on);
create index insured_period_workplace on insured_period (management_no, person_id, acquired_on);
revoke delete on insured_period from coverage_app;
