package kr.gosan.premium.calculation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;

/**
 * A step in which two calculations differ: by its result, by how it came about, or because only one of them has it.
 *
 * @param step the step's name in both traces
 * @param first the step of the first calculation; empty when it has none
 * @param second as {@code first}
 * @param by what the second comes to more, negative when it comes to less; a step that is missing counts as zero
 */
public record TraceDifference(String step, Optional<TraceLine> first, Optional<TraceLine> second, Won by) {

    /**
     * All of them, in the order of the second trace; those of the first alone stand at the end. Steps of one name are
     * compared in the order they come.
     */
    public static List<TraceDifference> between(List<TraceLine> first, List<TraceLine> second) {
        Map<String, TraceLine> earlier = byPlace(first);
        List<TraceDifference> differences = new ArrayList<>();
        byPlace(second).forEach((place, line) -> {
            TraceLine other = earlier.remove(place);
            if (!same(other, line)) {
                differences.add(of(Optional.ofNullable(other), Optional.of(line)));
            }
        });
        earlier.values().forEach(line -> differences.add(of(Optional.of(line), Optional.empty())));
        return List.copyOf(differences);
    }

    private static boolean same(TraceLine one, TraceLine other) {
        return one != null
                && one.result().equals(other.result())
                && one.formula().equals(other.formula());
    }

    private static TraceDifference of(Optional<TraceLine> first, Optional<TraceLine> second) {
        Won before = first.map(TraceLine::result).orElse(Won.ZERO);
        Won after = second.map(TraceLine::result).orElse(Won.ZERO);
        return new TraceDifference(second.or(() -> first).orElseThrow().step(), first, second, after.minus(before));
    }

    private static Map<String, TraceLine> byPlace(List<TraceLine> trace) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, TraceLine> places = new LinkedHashMap<>();
        for (TraceLine line : trace) {
            places.put(line.step() + "#" + seen.merge(line.step(), 1, Integer::sum), line);
        }
        return places;
    }
}
