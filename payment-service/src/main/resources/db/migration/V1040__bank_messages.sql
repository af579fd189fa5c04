-- Banks tell of more than payments: they take payments back, name virtual accounts instead of slips, and tell fees.

alter table bank_notice
    add column kind text not null default 'PAYMENT' check (kind in ('PAYMENT', 'REVERSAL')),
    add column institution text,
    add column virtual_account_no text check (virtual_account_no ~ '^[0-9]{10,16}$'),
    add column fee bigint check (fee >= 0),
    add column transfer text check (transfer in ('IMMEDIATE', 'SCHEDULED', 'BULK')),
    add column original_transaction_id text,
    add column original_notice_id uuid references bank_notice,
    add column detail text,
    add column insurance_year integer,
    alter column e_payment_no drop not null,
    alter column amount drop not null,
    alter column channel drop not null,
    drop constraint bank_notice_outcome_check,
    add constraint bank_notice_outcome_check
        check (outcome in ('ACCEPTED', 'DUPLICATE', 'CONFLICTING_DUPLICATE', 'DATED_AHEAD', 'UNKNOWN_NUMBER', 'WRONG_AMOUNT',
                           'ALREADY_PAID', 'SLIP_CANCELLED', 'SLIP_CLOSED', 'AFTER_LAST_DAY', 'CHANNEL_REFUSED',
                           'REVERSED_BEFORE', 'REVERSED', 'SUSPENSE_REVERSED', 'REVERSAL_AHEAD', 'ALREADY_REVERSED',
                           'REVERSAL_REFUSED')),
    add constraint bank_notice_of_payment
        check (kind <> 'PAYMENT' or num_nulls(amount, channel) = 0 and num_nonnulls(e_payment_no, virtual_account_no) = 1
                                    and num_nonnulls(original_transaction_id, original_notice_id) = 0),
    add constraint bank_notice_of_reversal
        check (kind <> 'REVERSAL' or original_transaction_id is not null
                                     and num_nonnulls(e_payment_no, virtual_account_no, channel, fee, transfer) = 0);
alter table bank_notice disable trigger bank_notice_frozen;
update bank_notice set institution = case when channel in ('CREDIT_CARD', 'CHECK_CARD') then 'CARD'
                                          when channel = 'GIRO' then 'GIRO' else 'BANK_WOORI' end;
alter table bank_notice enable trigger bank_notice_frozen;
alter table bank_notice
    alter column institution set not null,
    add constraint bank_notice_institution check (institution in ('BANK_WOORI', 'BANK_HANA', 'GIRO', 'CARD'));
-- A message that was refused does not use up its transaction number.
drop index bank_notice_first;
create unique index bank_notice_first on bank_notice (bank, bank_transaction_id)
    where outcome not in ('DUPLICATE', 'CONFLICTING_DUPLICATE', 'DATED_AHEAD', 'REVERSAL_REFUSED');
-- Money is taken back once.
create unique index bank_notice_reversed on bank_notice (original_notice_id)
    where outcome in ('REVERSED', 'SUSPENSE_REVERSED');
create index bank_notice_reversals on bank_notice (bank, original_transaction_id) where kind = 'REVERSAL';
create index bank_notice_slip on bank_notice (slip_id) where kind = 'PAYMENT';
create index bank_notice_day on bank_notice (institution, paid_at, notice_id);

create table payment_reversal (
    payment_id     uuid primary key references payment,
    management_no  text    not null,
    insurance_year integer not null,
    notice_id      uuid    not null unique references bank_notice,
    reversed_on    date    not null
);
create index payment_reversal_workplace on payment_reversal (management_no, payment_id);
revoke update, delete on payment_reversal from payment_app;
create trigger payment_reversal_frozen before update or delete or truncate on payment_reversal
    execute function refuse_change();

-- A slip has one payment that counts: another one only after the earlier ones were taken back.
create function check_one_payment() returns trigger language plpgsql as $$
begin
    perform 1 from slip where slip_id = new.slip_id for update;
    if exists (select from payment p where p.slip_id = new.slip_id and p.payment_id <> new.payment_id
               and not exists (select from payment_reversal r where r.payment_id = p.payment_id)) then
        raise exception 'slip % has a payment that counts', new.slip_id using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger payment_counts_once before insert on payment for each row execute function check_one_payment();
