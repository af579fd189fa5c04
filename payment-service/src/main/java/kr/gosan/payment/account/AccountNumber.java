package kr.gosan.payment.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * A number in the clear: only on its way to the bank, the card network or the message centre. Never logged, shown or told.
 *
 * @param institution bank or card company; null for a phone
 * @param holderName null for a phone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountNumber(String institution, String number, String holderName) {

    public AccountNumber {
        Objects.requireNonNull(number, "number");
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "AccountNumber[***]";
    }
}
