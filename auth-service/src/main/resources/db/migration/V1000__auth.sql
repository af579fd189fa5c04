-- What a client has to sign to log in. Good for one attempt within two minutes; removed some time after that.
create table challenge (
    id         uuid primary key,
    value      bytea       not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index challenge_expiry on challenge (expires_at);

-- A resident number is encrypted; person_key is its blind index.
create table member (
    id              uuid primary key,
    type            text        not null check (type in ('EMPLOYER', 'WORKER')),
    business_number text unique,
    person_key      text unique,
    resident_number bytea,
    registered_at   timestamptz not null,
    check ((type = 'EMPLOYER') = (business_number is not null)),
    check ((type = 'WORKER') = (person_key is not null)),
    check ((person_key is null) = (resident_number is null))
);

-- Which certificates a member has logged in with, in the order they came. History: rows are only added.
create table member_certificate (
    id            bigint generated always as identity primary key,
    issuer        text        not null,
    serial_number text        not null,
    member_id     uuid        not null references member,
    subject       text        not null,
    policy        text        not null,
    valid_from    timestamptz not null,
    valid_until   timestamptz not null,
    bound_at      timestamptz not null,
    unique (issuer, serial_number)
);
create index member_certificate_member on member_certificate (member_id, id);
revoke update, delete on member_certificate from auth_app;

-- The sandbox's certificate authority: one, made once. Its private key is encrypted.
create table sandbox_authority (
    only_one    boolean primary key default true check (only_one),
    certificate bytea not null,
    private_key bytea not null
);

create table sandbox_certificate (
    serial_number text primary key,
    status        text        not null check (status in ('GOOD', 'SUSPENDED', 'REVOKED')),
    issued_at     timestamptz not null,
    changed_at    timestamptz not null
);
create index sandbox_certificate_issued on sandbox_certificate (issued_at);
create index sandbox_certificate_listed on sandbox_certificate (serial_number) where status <> 'GOOD';
