package kr.gosan.coverage.rule;

import java.util.List;

/**
 * One reason why a report cannot be accepted.
 *
 * @param field the field of the report it is about
 * @param code stable, such as {@code before-establishment}; its text is in the problem bundles
 * @param args what the text's placeholders stand for; never a personal number
 */
public record Refusal(String field, String code, List<Object> args) {

    public static Refusal of(String field, String code, Object... args) {
        return new Refusal(field, code, List.of(args));
    }
}
