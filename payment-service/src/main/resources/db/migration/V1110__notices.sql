-- What employers were told, newest last; and which marks ahead of a due date were told of which slip.

create table employer_notice (
    notice_id     uuid  primary key,
    management_no text  not null,
    about         text  not null unique,
    data          jsonb not null,
    recorded_at   timestamptz not null default now()
);
create index employer_notice_workplace on employer_notice (management_no, notice_id);

create table due_notice (
    slip_id             uuid    not null references slip,
    due_date            date    not null,
    business_days_ahead integer not null check (business_days_ahead >= 0),
    management_no       text    not null,
    insurance_year      integer not null,
    told_on             date    not null check (told_on <= due_date),
    primary key (slip_id, due_date, business_days_ahead)
);

do $$
declare
    frozen text;
begin
    foreach frozen in array array['employer_notice', 'due_notice']
    loop
        execute format('revoke update, delete on %I from payment_app', frozen);
        execute format('create trigger %I before update or delete or truncate on %I execute function refuse_change()',
                       frozen || '_frozen', frozen);
    end loop;
end $$;
