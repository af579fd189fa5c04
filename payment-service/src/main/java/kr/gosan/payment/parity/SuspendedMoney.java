package kr.gosan.payment.parity;

/** How the tables say which money no slip and no arrears could take, which of it is resolved, and what was taken back. */
final class SuspendedMoney {

    /** Notices whose money went on suspense. */
    static final String NOTICES = "outcome in ('UNKNOWN_NUMBER', 'WRONG_AMOUNT', 'ALREADY_PAID', 'SLIP_CANCELLED',"
            + " 'SLIP_CLOSED', 'AFTER_LAST_DAY', 'CHANNEL_REFUSED', 'BEFORE_ISSUE')";

    /** A share of a collection {@code c}, unless the ledger knows no debt of the workplace to put it under. */
    private static final String OF_LEFT = " from arrears_share l"
            + " join arrears_collection c using (collection_id) where l.item = 'SUSPENSE' and c.outcome = 'ACCEPTED'"
            + " and not exists (select from ledger_transaction t where t.cause_id = c.collection_id"
            + " and t.kind = 'MONEY_SUSPENDED' and t.management_no is null)";

    private static final String LEFT = "select l.management_no, l.insurance, l.amount" + OF_LEFT;

    /** A resolution {@code r} with the workplace and insurance under which its money stood; without where it was nobody's. */
    private static final String RESOLUTION = " from (select n.management_no, n.insurance, r.amount, r.state, r.way"
            + " from suspense_resolution r join bank_notice n using (notice_id)"
            + " union all select left_over.management_no, left_over.insurance, r.amount, r.state, r.way"
            + " from suspense_resolution r join (select c.collection_id, l.management_no, l.insurance" + OF_LEFT
            + ") left_over using (collection_id)) r";

    /** What the collector says it has collected, as far as something was open, and what suspended money paid of it. */
    static final String COLLECTED = "select l.management_no, l.insurance, l.amount from arrears_share l"
            + " join arrears_collection c using (collection_id) where l.item <> 'SUSPENSE'"
            + " and c.outcome in ('ACCEPTED', 'FROM_SUSPENSE')";

    /** What came onto suspense: with a notice, again when its transfer to the payer came back, and what collections left. */
    static final String CAME = "select management_no, insurance, amount from bank_notice where " + NOTICES
            + " union all select r.management_no, r.insurance, r.amount" + RESOLUTION
            + " where r.state = 'RETURNED' union all "
            + LEFT;

    /** What left suspense by a decision: settled a slip or arrears, or was sent back. As a refund, it stays in the till. */
    static final String RESOLVED = "select r.management_no, r.insurance, -r.amount" + RESOLUTION
            + " where r.state in ('SENT', 'PAID', 'DONE', 'RETURNED')" + " and r.way <> 'OVERPAYMENT'";

    /** What banks and the collector took back: payments, and money on suspense. */
    static final String REVERSED = "select p.management_no, s.insurance, -p.amount from payment_reversal r"
            + " join payment p on p.payment_id = r.payment_id join slip s on s.slip_id = p.slip_id"
            + " union all select paid.management_no, paid.insurance, -paid.amount from bank_notice back"
            + " join bank_notice paid on paid.notice_id = back.original_notice_id"
            + " where back.outcome = 'SUSPENSE_REVERSED'"
            // All of a collection at once: what it paid and what it left.
            + " union all select l.management_no, l.insurance, -l.amount from arrears_share l"
            + " join arrears_collection back using (collection_id) join arrears_collection c"
            + " on c.nhis_transaction_id = back.reverses and c.outcome = 'ACCEPTED' where back.outcome = 'REVERSAL'"
            + " and not (l.item = 'SUSPENSE' and exists (select from ledger_transaction t"
            + " where t.cause_id = c.collection_id and t.kind = 'MONEY_SUSPENDED' and t.management_no is null))";

    /** Management number, insurance and amount of what is still on suspense. */
    static final String UNRESOLVED = "select management_no, insurance, amount from bank_notice paid where " + NOTICES
            + " and not exists (select from bank_notice back where back.original_notice_id = paid.notice_id"
            + " and back.outcome = 'SUSPENSE_REVERSED')"
            + " and not exists (select from suspense_resolution gone where gone.notice_id = paid.notice_id"
            + " and gone.state in ('SENT', 'PAID', 'DONE')) union all " + LEFT
            + " and not exists (select from arrears_collection back where back.reverses = c.nhis_transaction_id"
            + " and back.outcome = 'REVERSAL')"
            + " and not exists (select from suspense_resolution gone where gone.collection_id = c.collection_id"
            + " and gone.state in ('SENT', 'PAID', 'DONE'))";

    /** Of payment {@code p}: that it counts. */
    static final String NOT_REVERSED =
            " and not exists (select from payment_reversal r where r.payment_id = p.payment_id)";

    /** Of payment {@code p}: what it settles beside its money. */
    static final String REDUCTION = "p.auto_debit_reduction";

    private SuspendedMoney() {}
}
