-- An extension is kept when it is told, and its slips are moved afterwards, a workplace at a time. What is not carried out yet is
-- taken up again; a slip that was moved already stays where it is.
create table due_date_extension_done (
    extension_id uuid primary key references due_date_extension,
    done_at      timestamptz not null default now()
);
-- Until now the slips were moved with the extension.
insert into due_date_extension_done (extension_id) select extension_id from due_date_extension;

revoke update, delete on due_date_extension_done from payment_app;
create trigger due_date_extension_done_frozen before update or delete or truncate on due_date_extension_done
    execute function refuse_change();
