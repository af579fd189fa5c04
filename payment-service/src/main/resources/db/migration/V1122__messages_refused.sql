-- The collector read a message and refused it: a repetition would mend nothing, and the others must not wait for it.
create table arrears_message_refused (
    message_id uuid primary key references arrears_message,
    what       text        not null,
    refused_at timestamptz not null default now()
);
revoke update, delete on arrears_message_refused from payment_app;
create trigger arrears_message_refused_frozen before update or delete or truncate on arrears_message_refused
    execute function refuse_change();
