package kr.gosan.payment.reconciliation;

import io.smallrye.config.ConfigMapping;

/** What the application's properties say about {@link ReconcileDay}. */
@ConfigMapping(prefix = "gosan.reconciliation")
interface ReconciliationSettings {

    /** Member id of the client that tells notices: what is taken in from a file counts as told by it. */
    String client();
}
