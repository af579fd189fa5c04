-- What becomes of a workplace after its establishment. Extinctions and mandates are tables of their own: their events may be
-- applied before that of the establishment (a dead letter that is sent again comes late) and must not get lost.

alter table workplace
    add column works_end_on date,
    add column district     text;

create table workplace_extinction (
    management_no text primary key,
    extinct_on    date not null
);

-- A mandate is in force between its two events; ended_on may be known first.
create table workplace_mandate (
    mandate_id       uuid primary key,
    management_no    text not null,
    agency_member_id text not null,
    given_from       date,
    ended_on         date
);
create index workplace_mandate_of_workplace on workplace_mandate (management_no);
create index workplace_mandate_of_agency on workplace_mandate (agency_member_id, management_no) where ended_on is null;
