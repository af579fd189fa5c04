package kr.gosan.kernel.number;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * 주민등록번호 or 외국인등록번호: thirteen digits {@code YYMMDD-GNNNNNN}. G tells century and whether the holder is
 * Korean (0–4, 9) or foreign (5–8). The birth date must exist; the last six digits are not checked, because numbers
 * given since 2020-10-05 carry random digits there.
 *
 * <p>{@link #toString()} masks; {@link #digits()} is the number itself and belongs in encryption and nowhere else.
 */
public record ResidentNumber(String digits) {

    private static final String CODE = "resident-number-invalid";

    public ResidentNumber {
        digits = Digits.of(digits, 13, CODE);
        birthDate(digits);
    }

    public static ResidentNumber of(String text) {
        return new ResidentNumber(text);
    }

    public LocalDate birthDate() {
        return birthDate(digits);
    }

    public boolean foreigner() {
        int g = Digits.at(digits, 6);
        return g >= 5 && g <= 8;
    }

    /** {@code 900101-1******}: safe to print. */
    @Override
    public String toString() {
        return digits.substring(0, 6) + "-" + digits.charAt(6) + "******";
    }

    private static LocalDate birthDate(String digits) {
        int century = switch (Digits.at(digits, 6)) {
            case 9, 0 -> 1800;
            case 1, 2, 5, 6 -> 1900;
            default -> 2000;
        };
        try {
            return LocalDate.of(
                    century + Integer.parseInt(digits.substring(0, 2)),
                    Integer.parseInt(digits.substring(2, 4)),
                    Integer.parseInt(digits.substring(4, 6)));
        } catch (DateTimeException e) {
            throw new InvalidNumber(CODE, "the birth date does not exist");
        }
    }
}
