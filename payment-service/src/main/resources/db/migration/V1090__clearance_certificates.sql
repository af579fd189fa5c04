-- 완납증명원: that a workplace owed nothing overdue at the end of a day. What was certified is never changed or removed.

create sequence clearance_certificate_serial;
create table clearance_certificate (
    certificate_id    uuid primary key,
    certificate_no    text        not null unique check (certificate_no ~ '^CC-\d{8}-\d{7,}$'),
    management_no     text        not null,
    workplace_name    text        not null,
    employment        boolean     not null,
    accident          boolean     not null,
    purpose           text        not null check (purpose in ('PUBLIC_CONTRACT', 'OTHER')),
    submitted_to      text        not null,
    issued_on         date        not null,
    issued_at         timestamptz not null,
    issued_by         text        not null,
    verification_code text        not null unique check (verification_code ~ '^[0-9A-HJKMNP-TV-Z]{20}$'),
    document_sha256   text        not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
    check (employment or accident)
);
create index clearance_certificate_workplace on clearance_certificate (management_no, certificate_id);

-- The signed PDF, kept as it was handed out.
create table clearance_document (
    certificate_id uuid primary key references clearance_certificate,
    management_no  text  not null,
    document       bytea not null
);

do $$
declare
    frozen text;
begin
    foreach frozen in array array['clearance_certificate', 'clearance_document']
    loop
        execute format('revoke update, delete on %I from payment_app', frozen);
        execute format('create trigger %I before update or delete or truncate on %I execute function refuse_change()',
                       frozen || '_frozen', frozen);
    end loop;
end $$;
