-- Extensions of due dates. Few rows; they are never changed or withdrawn: who relied on one keeps it.
create table deadline_extension (
    id                uuid primary key,
    scope             text        not null check (scope in ('ALL', 'DISTRICTS', 'WORKPLACES')),
    districts         jsonb       not null,
    management_nos    jsonb       not null,
    due_from          date        not null,
    due_to            date        not null check (due_to >= due_from),
    extended_to       date        not null check (extended_to > due_to),
    reason            text        not null,
    legal_basis       text        not null,
    stops_late_charge boolean     not null,
    application_id    uuid references application,
    declared_by       text        not null,
    declared_at       timestamptz not null
);
create index deadline_extension_by_due on deadline_extension (due_to);
revoke update, delete on deadline_extension from premium_app;
