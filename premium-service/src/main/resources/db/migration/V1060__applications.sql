-- Applications of employers, other than returns: one row each, from the filing to the decision.
create table application (
    id               uuid primary key,
    management_no    text        not null,
    insurance_year   integer     not null,
    form             text        not null,
    client_reference text,
    member_id        text        not null,
    state            text        not null check (state in ('FILED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    content          text        not null,
    secret           bytea       not null,
    filed_on         date        not null,
    assessment       text        not null,
    closed_on        date,
    closed_by        text,
    reason           text,
    created_at       timestamptz not null default now(),
    check ((state = 'FILED') = (closed_on is null)),
    check ((state = 'FILED') = (closed_by is null))
);
create index application_of_workplace on application (management_no, insurance_year, id);
create index application_by_state on application (state, form, id);

-- One undecided application of a form, workplace and year: two submissions at once cannot both be taken.
create unique index application_pending on application (management_no, insurance_year, form) where state = 'FILED';

comment on column application.content is 'what was applied for (JSON); numbers of accounts, cards and phones and workers'' means are masked';
comment on column application.secret is 'the same, whole, encrypted and bound to this row';
comment on column application.assessment is 'each condition answered, the figures and their trace (JSON): as filed, then as decided';

create function keep_application() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'an application is never deleted';
    end if;
    if old.state <> 'FILED' then
        raise exception 'an application is decided once';
    end if;
    if (new.id, new.management_no, new.insurance_year, new.form, new.client_reference, new.member_id, new.content,
        new.secret, new.filed_on)
       is distinct from
       (old.id, old.management_no, old.insurance_year, old.form, old.client_reference, old.member_id, old.content,
        old.secret, old.filed_on) then
        raise exception 'what was applied for is never changed';
    end if;
    return new;
end $$;
create trigger keep_application before update or delete on application
    for each row execute function keep_application();
