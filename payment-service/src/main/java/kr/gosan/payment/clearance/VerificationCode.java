package kr.gosan.payment.clearance;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What anybody can check a certificate by: twenty characters, printed in groups of four. Nineteen are random, 95 bits, so
 * that guessing finds none; the last one tells a typing error from a code that was never given. The alphabet is Crockford's
 * base 32, without the letters I, L, O and U, and what people write for 0 and 1 is read as such.
 *
 * @param characters twenty, upper case, without hyphens
 */
public record VerificationCode(String characters) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 19;
    private static final int GROUP = 4;

    public VerificationCode {
        if (characters.length() != RANDOM_CHARACTERS + 1
                || check(characters.substring(0, RANDOM_CHARACTERS)) != characters.charAt(RANDOM_CHARACTERS)) {
            throw new IllegalArgumentException("no verification code");
        }
    }

    public static VerificationCode random(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new VerificationCode(code.toString() + check(code));
    }

    /** Reads a code as people type it: hyphens and spaces anywhere, either case, O for 0, I and L for 1; empty when it is none. */
    public static Optional<VerificationCode> read(String typed) {
        String code = typed.replaceAll("[-\\s]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean known = code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
        try {
            return known ? Optional.of(new VerificationCode(code)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Luhn's check modulo 32: every single wrong character is found, and almost every exchange of two neighbours. */
    private static char check(CharSequence random) {
        int base = ALPHABET.length();
        int sum = 0;
        for (int i = 0; i < random.length(); i++) {
            int value = ALPHABET.indexOf(random.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("no verification code");
            }
            int weighted = i % 2 == random.length() % 2 ? value : 2 * value;
            sum += weighted / base + weighted % base;
        }
        return ALPHABET.charAt((base - sum % base) % base);
    }

    /** {@code XXXX-XXXX-XXXX-XXXX-XXXX}. */
    @Override
    public String toString() {
        return characters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }
}
