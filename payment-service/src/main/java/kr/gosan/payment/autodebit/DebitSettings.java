package kr.gosan.payment.autodebit;

import io.smallrye.config.ConfigMapping;

/** How automatic debit is run. */
@ConfigMapping(prefix = "gosan.debit")
public interface DebitSettings {

    /** The client that bank and card network send notices as: its transaction numbers are theirs. */
    String bankClient();

    /** How often the job looks for runs to begin or to go on with. */
    String every();

    /** How often it looks for debits to announce. */
    String announcementsEvery();
}
