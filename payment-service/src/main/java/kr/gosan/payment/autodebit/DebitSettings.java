package kr.gosan.payment.autodebit;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;

/** How automatic debit is run; {@link DebitJobs} reads it by name. */
@Unremovable
@ConfigMapping(prefix = "gosan.debit")
interface DebitSettings {

    /** How often the job looks for runs to begin or to go on with. */
    String every();

    /** How often it looks for debits to announce. */
    String announcementsEvery();
}
