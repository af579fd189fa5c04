-- Events about workplaces that are not known here yet: what they tell employers is told once it is known who they are.
create table waiting_notice (
    no            bigint primary key generated always as identity,
    event_id      text        not null,
    source        text        not null,
    type          text        not null,
    management_no text        not null,
    data          jsonb       not null,
    recorded_at   timestamptz not null default now(),
    unique (source, event_id)
);
create index waiting_notice_workplace on waiting_notice (management_no, no);
revoke update on waiting_notice from payment_app;
