-- Reports without a statutory deadline: mandates, and the approvals of the self-employed.
alter table filing alter column deadline drop not null;
create unique index filing_extinction on filing (management_no) where kind = 'WORKPLACE_EXTINCTION';

-- One head office, one collective and one self-employed standing at a time; after its end another may follow. Single works
-- and logging sites may be many.
alter table establishment
    add column established_on date,
    add column extinct_on     date;
update establishment e set established_on = w.established_on from workplace w where w.management_no = e.management_no;
alter table establishment
    alter column established_on set not null,
    drop constraint establishment_one_of_a_kind,
    add constraint establishment_one_at_a_time
        exclude using gist (business_number with =, kind with =, daterange(established_on, extinct_on) with &&)
        where (kind in ('CONSTRUCTION_HQ', 'CONSTRUCTION_COLLECTIVE', 'SELF_EMPLOYED_BEFORE_2012'));
grant update (extinct_on) on establishment to coverage_app;

-- Agencies (보험사무대행기관) by business number, from auth-service's events.
create table agency (
    business_number text primary key,
    member_id       text not null
);

-- What each mandate said; the platform's workplace_mandate says who may act. One agency at a time.
create table mandate (
    id                     uuid primary key references filing,
    management_no          text not null references establishment,
    agency_member_id       text not null,
    agency_business_number text not null,
    agency_name            text not null,
    given_from             date not null,
    ended_on               date check (ended_on >= given_from),
    end_filing_id          uuid unique references filing,
    constraint mandate_ended_or_not check (num_nonnulls(ended_on, end_filing_id) in (0, 2)),
    constraint mandate_one_at_a_time
        exclude using gist (management_no with =, daterange(given_from, ended_on) with &&)
);
revoke delete on mandate from coverage_app;
