package kr.gosan.premium.calculation;

import java.util.List;

/**
 * Something a return may not say.
 *
 * @param pointer JSON pointer to the field of the return
 * @param code stable, such as {@code paid-exceeds-reported}
 * @param args what a text about it wants to mention
 */
public record Violation(String pointer, String code, List<Object> args) {

    public static Violation of(String pointer, String code, Object... args) {
        return new Violation(pointer, code, List.of(args));
    }
}
