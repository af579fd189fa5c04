package kr.gosan.payment.banknotice;

import java.util.Objects;
import kr.gosan.payment.institution.Institution;

/**
 * Who told of money.
 *
 * @param client the member id that the message came with
 * @param institution whose books the movement is in, and whose daily file tells it again: transaction numbers are its own
 */
public record Sender(String client, Institution institution) {

    public Sender {
        Objects.requireNonNull(client);
        Objects.requireNonNull(institution);
    }
}
