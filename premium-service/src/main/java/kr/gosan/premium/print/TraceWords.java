package kr.gosan.premium.print;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The Korean words for the stable names in a trace, from {@code print/words.properties}. A name without a word is printed
 * as it is: a new step is readable before it is translated.
 */
final class TraceWords {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** A payment with the number zero is the only one. */
    private static final String LUMP_SUM = "0";

    /** Steps whose number is that of an instalment; elsewhere it is that of a rate period. */
    private static final Set<String> PAYMENTS = Set.of("instalment", "offset", "payable");

    private final Properties words = new Properties();
    private final List<String[]> phrases = new ArrayList<>();

    TraceWords() {
        try (Reader reader = new InputStreamReader(
                TraceWords.class.getResourceAsStream("/print/words.properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 1; words.containsKey("phrase." + i); i++) {
            String[] phrase = words.getProperty("phrase." + i).split(" => ", -1);
            phrases.add(new String[] {phrase[0], phrase[1]});
        }
    }

    /** {@code ia.confirmed.general} in words: 산재보험 · 확정보험료 · 일반. */
    String step(String step) {
        List<String> parts = new ArrayList<>();
        boolean byInstalment = false;
        for (String part : step.split("\\.")) {
            if (!NUMBER.matcher(part).matches()) {
                parts.add(words.getProperty("step." + part, part));
            } else if (!part.equals(LUMP_SUM)) {
                parts.add(words.getProperty(byInstalment ? "step.period" : "step.part")
                        .replace("{}", part));
            }
            byInstalment = PAYMENTS.contains(part);
        }
        return String.join(" · ", parts);
    }

    /** The chapter a step belongs to: its insurance and stage. */
    String section(String step) {
        String[] parts = step.split("\\.", 3);
        return parts.length < 2 ? step(step) : step(parts[0] + "." + parts[1]);
    }

    /** What a step is called under its chapter's heading, which need not be said again. */
    String stepInSection(String step) {
        String[] parts = step.split("\\.", 3);
        return parts.length < 3 ? step(step) : step(parts[2].replace("industrial-accident.", ""));
    }

    String input(String name) {
        return words.getProperty("input." + name, name);
    }

    String parameter(String id) {
        return words.getProperty("parameter." + id, id);
    }

    String standing(String standing) {
        return words.getProperty("standing." + standing, standing);
    }

    String rounding(String rounding) {
        return words.getProperty("rounding." + rounding, rounding);
    }

    /** A unit after a figure. */
    String unit(String unit) {
        return words.getProperty("unit." + unit, " " + unit);
    }

    /** A formula with its few English words in Korean; its figures stay as they are. */
    String formula(String formula) {
        String korean = formula.replace('\u2212', '-');
        for (String[] phrase : phrases) {
            korean = korean.replaceAll(phrase[0], phrase[1]);
        }
        return korean;
    }
}
