-- What was filed after a return to correct it: a chain for each return, every link against the figures then in force.

create table correction (
    id               uuid primary key,
    return_id        uuid        not null references premium_return,
    no               integer     not null check (no > 0),
    management_no    text        not null,
    insurance_year   integer     not null,
    kind             text        not null check (kind in ('AMENDED_RETURN', 'CORRECTION_CLAIM', 'ESTIMATE_REDUCTION',
                                                          'RATE_CHANGE', 'SETTLEMENT_AUDIT', 'LATE_FILING')),
    state            text        not null check (state in ('RECEIVED', 'ACCEPTED', 'ACCEPTED_IN_PART', 'REFUSED')),
    member_id        text        not null,
    client_reference text,
    reason           text        not null,
    evidence         text,
    force_majeure    boolean     not null,
    filed_on         date        not null,
    decide_by        date,
    stated           text        not null,
    refund_account   bytea,
    decided_on       date,
    decided_by       text,
    decision_reason  text,
    notice_by        date,
    content          text,
    figures          text,
    adjustment       text,
    law              text,
    trace            text,
    created_at       timestamptz not null default now(),
    unique (return_id, no),
    check ((state = 'RECEIVED') = (decided_on is null)),
    check ((state in ('ACCEPTED', 'ACCEPTED_IN_PART')) = (figures is not null)),
    check ((figures is null) = (content is null)),
    check ((figures is null) = (adjustment is null)),
    check ((figures is null) = (law is null)),
    check ((figures is null) = (trace is null))
);
-- One correction of a return waits for a decision at a time; a late return bears its surcharge once.
create unique index correction_open on correction (return_id) where state = 'RECEIVED';
create unique index correction_late_filing on correction (return_id) where kind = 'LATE_FILING';
create index correction_of_workplace on correction (management_no, insurance_year, id);
create index correction_by_kind on correction (kind, id);

comment on column correction.stated is 'the sections of the return that the filer stated anew (JSON)';
comment on column correction.refund_account is 'the refund account (JSON), encrypted, bound to this row';
comment on column correction.content is 'the whole return as it stands with this correction (JSON)';

create function keep_decided_correction() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a correction is never deleted';
    end if;
    if old.state <> 'RECEIVED' then
        raise exception 'a decided correction is never changed';
    end if;
    return new;
end $$;
create trigger keep_decided_correction before update or delete on correction
    for each row execute function keep_decided_correction();

-- The estimates to be looked at again after a rate changed; the cursor moves with the returns that are done.
create table rate_change_run (
    id           uuid primary key,
    parameter_id text        not null,
    changed_on   date        not null,
    member_id    text        not null,
    after_id     uuid,
    checked      bigint      not null default 0,
    adjusted     bigint      not null default 0,
    skipped      bigint      not null default 0,
    finished     boolean     not null default false,
    created_at   timestamptz not null default now(),
    unique (parameter_id, changed_on)
);
