-- Slips live on: they are cancelled and issued again when their debt changes, closed when their due date has passed, and opened
-- again. A debt is no longer only a period of a return: corrections, benefit recovery (급여징수금) and fines (과태료) are debts too.

-- ---- Slips

alter table slip
    add column debt_kind text check (debt_kind in ('PERIOD', 'CORRECTION', 'BENEFIT_RECOVERY', 'FINE')),
    add column origin_id uuid,
    add column replaces  uuid unique references slip,
    add column issued_on date,
    add column last_day  date,
    add column cause     text check (cause in ('RETURN_FILED', 'PREMIUM_ADJUSTED', 'ESTIMATE_SETTLED', 'OVERPAYMENT_OFFSET',
                                               'CHARGE_ASSESSED')),
    add column cause_id  uuid,
    add column correction_no integer check (correction_no > 0);
-- What was issued until now follows from returns: the period of one, issued when it was filed.
alter table slip disable trigger slip_moves;
update slip set debt_kind = 'PERIOD', origin_id = slip.return_id, issued_on = filed_on,
                last_day = greatest(due_date, filed_on), cause = 'RETURN_FILED'
    from filed_return where filed_return.return_id = slip.return_id;
alter table slip enable trigger slip_moves;
alter table slip
    alter column debt_kind set not null,
    alter column origin_id set not null,
    alter column issued_on set not null,
    alter column last_day set not null,
    alter column cause set not null,
    alter column return_id drop not null,
    add check ((debt_kind in ('BENEFIT_RECOVERY', 'FINE')) = (return_id is null)),
    add check (debt_kind <> 'PERIOD' or origin_id = return_id),
    add check (last_day >= due_date),
    drop constraint slip_state_check,
    add constraint slip_state_check check (state in ('ISSUED', 'PAID', 'CANCELLED', 'CLOSED')),
    drop constraint slip_return_id_insurance_period_key;
-- One debt never has two slips that count.
create unique index slip_live on slip (origin_id, insurance, period, debt_kind) where state <> 'CANCELLED';
create index slip_return on slip (return_id, slip_id);
create index slip_of_debt on slip (origin_id, insurance, period);
create index slip_open on slip (due_date, slip_id) where state = 'ISSUED';

alter table slip_line add column charge bigint not null default 0 check (charge >= 0);

grant update (last_day) on slip to payment_app;
create or replace function check_slip_move() returns trigger language plpgsql as $$
begin
    if not ((old.state, new.state) in (('ISSUED', 'PAID'), ('CLOSED', 'PAID'), ('ISSUED', 'CANCELLED'), ('ISSUED', 'CLOSED'),
                                       ('PAID', 'ISSUED'), ('CLOSED', 'ISSUED'))
            and to_jsonb(new) - 'state' = to_jsonb(old) - 'state'
         or new.due_date > old.due_date and new.last_day = greatest(old.last_day, new.due_date)
            and to_jsonb(new) - array['due_date', 'last_day'] = to_jsonb(old) - array['due_date', 'last_day']) then
        raise exception 'slip % only moves along its states, or to a later due date', old.slip_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- ---- Channels: a card is a credit card or a check card, and there are more ways to pay.

alter table bank_notice disable trigger bank_notice_frozen;
alter table bank_notice drop constraint bank_notice_channel_check;
update bank_notice set channel = 'CREDIT_CARD' where channel = 'CARD';
alter table bank_notice add constraint bank_notice_channel_check
    check (channel in ('VIRTUAL_ACCOUNT', 'GIRO', 'INTERNET_BANKING', 'COUNTER', 'CREDIT_CARD', 'CHECK_CARD', 'MOBILE', 'BRANCH',
                       'DEBIT_ACCOUNT', 'DEBIT_CARD'));
alter table bank_notice enable trigger bank_notice_frozen;

-- ---- A slip whose payment was reversed may be paid again.

alter table payment disable trigger payment_frozen;
update payment set channel = 'CREDIT_CARD' where channel = 'CARD';
alter table payment enable trigger payment_frozen;
alter table payment
    add column attempt integer not null default 1 check (attempt > 0),
    drop constraint payment_slip_id_key,
    add unique (slip_id, attempt),
    add constraint payment_channel_check
        check (channel in ('VIRTUAL_ACCOUNT', 'GIRO', 'INTERNET_BANKING', 'COUNTER', 'CREDIT_CARD', 'CHECK_CARD', 'MOBILE',
                           'BRANCH', 'DEBIT_ACCOUNT', 'DEBIT_CARD'));

-- ---- Ledger

alter table ledger_transaction
    add column debt_kind text check (debt_kind in ('PERIOD', 'CORRECTION', 'BENEFIT_RECOVERY', 'FINE')),
    add column origin_id uuid,
    add column cause_id  uuid;
alter table ledger_transaction disable trigger ledger_transaction_frozen;
update ledger_transaction set debt_kind = 'PERIOD', origin_id = return_id where return_id is not null;
alter table ledger_transaction enable trigger ledger_transaction_frozen;
alter table ledger_transaction
    drop constraint ledger_transaction_check,
    drop constraint ledger_transaction_notice,
    drop constraint ledger_transaction_notice_id_key,
    drop constraint ledger_transaction_kind_check,
    add constraint ledger_transaction_kind_check
        check (kind in ('RETURN_FILED', 'PAYMENT_RECEIVED', 'MONEY_SUSPENDED', 'DUE_DATE_EXTENDED', 'PREMIUM_ADJUSTED',
                        'ESTIMATE_SETTLED', 'HANDED_OVER', 'TAKEN_BACK', 'LATE_CHARGE_ACCRUED', 'ARREARS_COLLECTED',
                        'PAYMENT_REVERSED', 'SUSPENSE_RESOLVED', 'CHARGE_ASSESSED', 'CHARGE_CANCELLED', 'OVERPAYMENT_OFFSET',
                        'REFUND_DECIDED', 'REFUND_SENT', 'REFUND_PAID', 'REFUND_RETURNED', 'AUTO_DEBIT_REDUCED',
                        'SMALL_AMOUNT_DROPPED')),
    -- Only money under an unknown number, and what becomes of it, belongs to no debt.
    add constraint ledger_transaction_debt
        check (num_nulls(management_no, insurance_year, debt_kind, origin_id, insurance, period) = 0
                   and (debt_kind in ('BENEFIT_RECOVERY', 'FINE')) = (return_id is null)
            or num_nonnulls(management_no, insurance_year, debt_kind, origin_id, return_id, insurance, period) = 0
                   and kind in ('MONEY_SUSPENDED', 'SUSPENSE_RESOLVED', 'PAYMENT_REVERSED')),
    -- What a return or a passing day books follows from nothing else; money that comes follows from a notice.
    add constraint ledger_transaction_follows
        check (case when kind = 'RETURN_FILED' then num_nonnulls(notice_id, cause_id) = 0
                    when kind in ('PAYMENT_RECEIVED', 'MONEY_SUSPENDED') then notice_id is not null
                    when kind in ('DUE_DATE_EXTENDED', 'HANDED_OVER') then true
                    else num_nonnulls(notice_id, cause_id) > 0 end);
-- A notice, and a cause, books once of a kind and debt.
create unique index ledger_transaction_of_notice on ledger_transaction (kind, notice_id, origin_id, insurance, period)
    nulls not distinct where notice_id is not null and cause_id is null;
create unique index ledger_transaction_of_cause on ledger_transaction (kind, cause_id, origin_id, insurance, period)
    nulls not distinct where cause_id is not null;
create index ledger_transaction_of_debt on ledger_transaction (origin_id, insurance, period);

alter table ledger_entry
    add column levy text check (levy in ('ACCIDENT_PREMIUM', 'WAGE_CLAIM', 'ASBESTOS')),
    drop constraint ledger_entry_account_check,
    drop constraint ledger_entry_check,
    add constraint ledger_entry_account_check
        check (account in ('RECEIVABLE', 'ARREARS', 'SURCHARGE_DUE', 'LATE_CHARGE_DUE', 'BENEFIT_RECOVERY_DUE', 'FINE_DUE',
                           'COLLECTION_COST_DUE', 'CONFIRMED_PREMIUM', 'ESTIMATED_PREMIUM', 'SURCHARGE', 'LATE_CHARGE',
                           'BENEFIT_RECOVERY', 'FINE', 'COLLECTION_COST', 'LUMP_SUM_DISCOUNT', 'E_FILING_REDUCTION',
                           'AUTO_DEBIT_REDUCTION', 'SMALL_AMOUNT', 'REFUND_INTEREST', 'EXCESS', 'REFUND_PAYABLE',
                           'REFUND_IN_TRANSIT', 'CASH', 'SUSPENSE')),
    -- Suspended money belongs to no fund, and neither does a fine.
    add constraint ledger_entry_fund
        check (fund is not null or account in ('CASH', 'SUSPENSE', 'FINE', 'FINE_DUE')),
    -- One line of the form, three public purses (보험료징수법 §31③): money received says which.
    add constraint ledger_entry_levy check (levy is null or account = 'CASH' and fund = 'INDUSTRIAL_ACCIDENT');
