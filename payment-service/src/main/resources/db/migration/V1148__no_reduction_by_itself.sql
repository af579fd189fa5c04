-- The reduction for automatic debit is booked with the payment it comes with, and not by itself. What is in the books already is
-- not looked at again: the check is for what comes.
alter table ledger_transaction
    drop constraint ledger_transaction_kind_check,
    add constraint ledger_transaction_kind_check
        check (kind in ('RETURN_FILED', 'PAYMENT_RECEIVED', 'MONEY_SUSPENDED', 'DUE_DATE_EXTENDED', 'PREMIUM_ADJUSTED',
                        'ESTIMATE_SETTLED', 'HANDED_OVER', 'TAKEN_BACK', 'LATE_CHARGE_ACCRUED', 'ARREARS_COLLECTED',
                        'PAYMENT_REVERSED', 'SUSPENSE_RESOLVED', 'CHARGE_ASSESSED', 'CHARGE_CANCELLED', 'OVERPAYMENT_OFFSET',
                        'REFUND_DECIDED', 'REFUND_SENT', 'REFUND_PAID', 'REFUND_RETURNED', 'SMALL_AMOUNT_DROPPED'))
        not valid;
