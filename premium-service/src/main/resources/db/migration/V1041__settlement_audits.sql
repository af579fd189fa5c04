-- Settlement audits: figures from outside, selections with their reasons, audits and what happened in them.

create table external_figure (
    management_no   text        not null,
    insurance_year  integer     not null,
    source          text        not null check (source in ('TAX_ACCOUNTS', 'WORKS_RESULTS')),
    direct_pay      bigint      not null check (direct_pay >= 0),
    outsourcing     bigint      not null check (outsourcing >= 0),
    works_amount    bigint      not null check (works_amount >= 0),
    contract_amount bigint      not null check (contract_amount >= 0),
    member_id       text        not null,
    imported_at     timestamptz not null default now(),
    primary key (insurance_year, source, management_no)
);

create table audit_selection (
    id                uuid primary key,
    insurance_year    integer     not null,
    source            text        not null,
    threshold_percent numeric     not null,
    reason            text        not null,
    member_id         text        not null,
    checked           integer     not null,
    selected          integer     not null,
    created_at        timestamptz not null default now()
);

create table settlement_audit (
    id                     uuid primary key,
    selection_id           uuid    not null,
    return_id              uuid    not null references premium_return,
    management_no          text    not null,
    insurance_year         integer not null,
    state                  text    not null check (state in ('SELECTED', 'NOTICED', 'DATA_DEMANDED', 'DEMAND_REFUSED',
                                                             'DATA_RECEIVED', 'CONCLUDED', 'CLOSED_WITHOUT_CHANGE',
                                                             'DROPPED')),
    filed_remuneration     bigint  not null,
    estimated_remuneration bigint  not null,
    deviation_percent      numeric not null,
    trace                  text    not null,
    correction_id          uuid references correction,
    check ((state = 'CONCLUDED') = (correction_id is not null))
);
-- One audit of a workplace and year, unless the earlier one was given up before anybody was told.
create unique index settlement_audit_once on settlement_audit (management_no, insurance_year) where state <> 'DROPPED';

create table settlement_audit_step (
    audit_id  uuid    not null references settlement_audit,
    no        integer not null,
    step      text    not null,
    happened_on date  not null,
    member_id text    not null,
    note      text    not null,
    management_no text not null,
    primary key (audit_id, no)
);
revoke update, delete on settlement_audit_step, audit_selection from premium_app;
revoke delete on settlement_audit from premium_app;
