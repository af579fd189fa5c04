-- The audit trail, the signed receipts and the list of consumed events are only ever added to: the application's user may not
-- rewrite them (privileges), and nobody can by accident (triggers). The list of migrations is the owner's alone.

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'a row of % is never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare
    kept text;
    granted record;
begin
    foreach kept in array array['audit', 'receipt', 'inbox'] loop
        execute format('create trigger %I before update or delete or truncate on %I execute function refuse_rewriting()',
                       kept || '_kept', kept);
    end loop;
    -- The application's user is called differently in every service: whoever was given the right loses it.
    for granted in
        select c.oid::regclass as tab, a.grantee::regrole as who, a.privilege_type as what
          from pg_class c, aclexplode(c.relacl) a
         where c.relnamespace = current_schema()::regnamespace
           and a.grantee not in (0, c.relowner)
           and (c.relname in ('audit', 'receipt', 'inbox') and a.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
                or c.relname = 'flyway_schema_history' and a.privilege_type <> 'SELECT')
    loop
        execute format('revoke %s on %s from %s', granted.what, granted.tab, granted.who);
    end loop;
end $$;
