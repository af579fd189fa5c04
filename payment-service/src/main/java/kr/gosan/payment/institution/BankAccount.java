package kr.gosan.payment.institution;

import java.util.Objects;

/**
 * Somebody's account at a bank, in clear: it lives as long as one order and is kept encrypted elsewhere.
 *
 * @param bank name of the bank, as the account's holder states it
 * @param number with or without hyphens
 * @param holder name of the holder, as the account's holder states it
 */
public record BankAccount(String bank, String number, String holder) {

    public BankAccount {
        Objects.requireNonNull(bank);
        Objects.requireNonNull(number);
        Objects.requireNonNull(holder);
    }

    /** The number as institutions read it. */
    String digits() {
        return number.replace("-", "");
    }

    /** Masked: an account number is never logged. */
    @Override
    public String toString() {
        return "BankAccount[" + bank + " ***]";
    }
}
