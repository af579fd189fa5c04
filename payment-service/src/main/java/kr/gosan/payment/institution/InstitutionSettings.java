package kr.gosan.payment.institution;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;

/** Who the institutions are here, how each is reached, and the key both sides sign with. */
@ConfigMapping(prefix = "gosan.institution")
public interface InstitutionSettings {

    /**
     * Member id of the client through which banks, giro and the card network tell notices. What is asked of them, or read in their
     * files, counts as told through it too, so that each movement counts once.
     */
    String client();

    Connection bankWoori();

    Connection bankHana();

    Connection giro();

    Connection card();

    Connection nhis();

    /** How long one attempt waits for the whole answer. */
    Duration patience();

    /** How often a message is sent before its answer counts as lost; at least once. */
    int attempts();

    /** One institution. */
    interface Connection {

        /** What the paths of messages are appended to, without a slash at its end. */
        URI url();

        /** Base64 of 32 bytes. */
        String key();
    }

    default Connection of(Institution institution) {
        return switch (institution) {
            case BANK_WOORI -> bankWoori();
            case BANK_HANA -> bankHana();
            case GIRO -> giro();
            case CARD -> card();
            case NHIS -> nhis();
        };
    }
}
