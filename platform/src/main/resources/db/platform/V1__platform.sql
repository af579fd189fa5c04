-- Tables that surround every service. Business change, event, idempotency record, receipt and audit row commit together.

create table outbox (
    seq            bigint generated always as identity primary key,
    id             uuid        not null default uuidv7() unique,
    type           text        not null,
    key            text        not null,
    correlation_id text        not null,
    occurred_at    timestamptz not null,
    data           jsonb       not null,
    published_at   timestamptz
);
create index outbox_unpublished on outbox (seq) where published_at is null;

-- What has been consumed. The row commits with the effect of the event, so the effect happens once.
create table inbox (
    source      text        not null,
    event_id    text        not null,
    type        text        not null,
    received_at timestamptz not null default now(),
    primary key (source, event_id)
);

-- The answer to a filing, kept as long as the filing, so that a retry gets the same one.
create table idempotency (
    member_id      text        not null,
    operation      text        not null,
    key            text        not null,
    request_sha256 bytea       not null,
    status         integer,
    headers        jsonb,
    body           text,
    created_at     timestamptz not null default now(),
    primary key (member_id, operation, key)
);

create sequence receipt_serial;
create table receipt (
    receipt_no    text primary key,
    filing_type   text        not null,
    filing_id     uuid        not null unique,
    management_no text        not null,
    sha256        text        not null,
    accepted_at   timestamptz not null,
    jws           text        not null
);

create table audit (
    id             bigint generated always as identity primary key,
    at             timestamptz not null default now(),
    member_id      text        not null,
    action         text        not null,
    management_no  text,
    subject_id     text,
    correlation_id text        not null
);

-- Workplaces as this service knows them: built from events (in coverage-service: written with its own filing).
create table workplace (
    management_no   text primary key,
    business_number text not null,
    kind            text not null,
    name            text not null,
    employer_kind   text not null,
    employee_scale  text not null,
    established_on  date not null,
    owner_member_id text not null,
    sandbox_today   date
);
create index workplace_owner on workplace (owner_member_id, management_no);
