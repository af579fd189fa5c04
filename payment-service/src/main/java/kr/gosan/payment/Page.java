package kr.gosan.payment;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One page of a list that is ordered by id.
 *
 * @param next where the next page starts, exclusive; null on the last page
 */
public record Page<T>(List<T> items, UUID next) {

    public static final int SIZE = 50;

    /** The page out of up to {@link #SIZE} + 1 rows: the one too many tells that there is another page. */
    public static <T> Page<T> of(List<T> rows, Function<T, UUID> id) {
        return rows.size() <= SIZE
                ? new Page<>(List.copyOf(rows), null)
                : new Page<>(List.copyOf(rows.subList(0, SIZE)), id.apply(rows.get(SIZE - 1)));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
