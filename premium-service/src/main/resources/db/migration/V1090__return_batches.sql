-- Many returns posted at once. A batch is what one member posts under one key, however often it is posted.

create table return_batch (
    id        uuid        primary key default uuidv7(),
    member_id text        not null,
    key       text        not null,
    posted_at timestamptz not null default now(),
    rows      integer,
    unique (member_id, key)
);
create index return_batch_of_member on return_batch (member_id, id);

comment on column return_batch.rows is 'rows of the last posting that was read to its end; null while there is none';

-- What a batch has filed: committed with the filing itself, so that no posting of the batch files it again.
create table return_batch_filing (
    batch_id       uuid    not null references return_batch,
    management_no  text    not null,
    insurance_year integer not null,
    content_sha256 bytea   not null,
    return_id      uuid,
    receipt_no     text,
    primary key (batch_id, management_no, insurance_year)
);

-- The latest answer to each row of a batch, by its line in the file.
create table return_batch_row (
    batch_id       uuid    not null references return_batch,
    row_no         integer not null,
    management_no  text,
    insurance_year integer,
    status         text    not null check (status in ('FILED', 'REFUSED', 'INVALID', 'FAILED')),
    answer         text    not null,
    primary key (batch_id, row_no)
);
