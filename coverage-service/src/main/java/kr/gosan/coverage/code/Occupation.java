package kr.gosan.coverage.code;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 직종부호: the minor groups of the Korean classification of occupations KECO 2018. The list is data.
 *
 * @param code three digits
 * @param name Korean, as the classification prints it
 */
public record Occupation(String code, String name) {

    private static final Map<String, Occupation> ALL = CodeFile.rows("occupations-keco-2018.csv", 2).stream()
            .map(row -> new Occupation(row[0], row[1]))
            .collect(Collectors.toUnmodifiableMap(Occupation::code, Function.identity()));

    public static Optional<Occupation> of(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    static int count() {
        return ALL.size();
    }
}
