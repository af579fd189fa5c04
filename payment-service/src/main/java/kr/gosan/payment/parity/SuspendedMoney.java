package kr.gosan.payment.parity;

/** How the tables say which money no slip could take, which of it is resolved, and which payments were taken back. */
final class SuspendedMoney {

    /** Notices whose money went on suspense. */
    static final String NOTICES = "outcome not in ('ACCEPTED', 'DUPLICATE', 'CONFLICTING_DUPLICATE')";

    /** Management number, insurance and amount of what is still on suspense. */
    static final String UNRESOLVED = "select management_no, insurance, amount from bank_notice where " + NOTICES;

    /** Of payment {@code p}: that it counts. */
    static final String NOT_REVERSED = "";

    /** Of payment {@code p}: what it settles beside its money. */
    static final String REDUCTION = "0";

    private SuspendedMoney() {}
}
