-- How workplaces are called and reached, as their returns told (section 가); the latest row holds.
create table workplace_particulars (
    no             bigint generated always as identity primary key,
    management_no  text        not null,
    insurance_year integer     not null,
    return_id      uuid        not null references premium_return,
    particulars    bytea       not null,
    told_at        timestamptz not null default now()
);
create index workplace_particulars_latest on workplace_particulars (management_no, no desc);

comment on column workplace_particulars.particulars is 'name, representative, address, how to reach (JSON), encrypted, bound to the workplace';

-- Only ever added.
revoke update, delete on workplace_particulars from premium_app;

-- Returns are looked for by the day they were filed on.
create index premium_return_by_filing on premium_return (filed_on, id) where filed_on is not null;
