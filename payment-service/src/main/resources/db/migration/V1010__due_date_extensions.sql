-- Due dates that are extended: what was declared, and slips whose due date moves to a later day.

create table due_date_extension (
    extension_id uuid  primary key,
    data         jsonb not null
);
revoke update, delete on due_date_extension from payment_app;
create trigger due_date_extension_frozen before update or delete or truncate on due_date_extension
    execute function refuse_change();

create index slip_due on slip (statutory_due_date, slip_id);
grant update (due_date) on slip to payment_app;
create or replace function check_slip_move() returns trigger language plpgsql as $$
begin
    if not (old.state = 'ISSUED' and new.state = 'PAID'
            and to_jsonb(new) - 'state' = to_jsonb(old) - 'state'
         or new.due_date > old.due_date
            and to_jsonb(new) - 'due_date' = to_jsonb(old) - 'due_date') then
        raise exception 'slip % only moves from ISSUED to PAID, or to a later due date', old.slip_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- A discount earned because the due date was extended after the payment follows from neither the return nor a new notice.
alter table ledger_transaction drop constraint ledger_transaction_kind_check;
alter table ledger_transaction add constraint ledger_transaction_kind_check
    check (kind in ('RETURN_FILED', 'PAYMENT_RECEIVED', 'MONEY_SUSPENDED', 'DUE_DATE_EXTENDED'));
alter table ledger_transaction drop constraint ledger_transaction_check1;
alter table ledger_transaction add constraint ledger_transaction_notice
    check ((kind in ('RETURN_FILED', 'DUE_DATE_EXTENDED')) = (notice_id is null));
