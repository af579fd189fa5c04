package kr.gosan.payment.institution;

/** An institution refused a message, or answered with something it did not sign or that cannot be read: nothing a repetition would mend. */
public final class InstitutionFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InstitutionFault(Institution institution, String what) {
        super(institution + ": " + what);
    }
}
