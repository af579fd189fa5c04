package kr.gosan.premium.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.platform.print.PrintableText;
import kr.gosan.platform.receipt.Receipt;

/**
 * A return as it is printed: the documents stored at filing, read tolerantly, because those of earlier years know less.
 * A draft carries the figures that filing would give today, or none where it could not be filed.
 *
 * @param managementNo with hyphens
 * @param workplaceName as it is registered
 * @param content what the filer states, its refund account masked
 * @param calculation missing when nothing could be calculated
 * @param trace an array, or missing
 * @param law an array, or missing
 * @param receipt empty for a draft
 */
public record PrintedReturn(
        UUID id,
        String managementNo,
        String workplaceName,
        JsonNode content,
        JsonNode calculation,
        JsonNode trace,
        JsonNode law,
        Optional<Receipt> receipt) {

    boolean draft() {
        return receipt.isEmpty();
    }

    int confirmedYear() {
        return content.path("insuranceYear").asInt();
    }

    /** The figures of an insurance, {@code IA} or {@code EI}; missing when there are none. */
    JsonNode insurance(String code) {
        for (JsonNode each : calculation.path("insurances")) {
            if (each.path("insurance").asText().equals(code)) {
                return each;
            }
        }
        return calculation.path(-1);
    }

    /**
     * Whether a step of the calculation used a parameter.
     *
     * @param step its name, without the number of a rate period where {@code period} is given
     * @param period from 1; zero stands for any
     */
    boolean restsOn(String step, int period, String parameter) {
        for (JsonNode line : trace) {
            String name = line.path("step").asText();
            boolean meant = name.equals(step) || name.startsWith(period == 0 ? step + "." : step + "." + period);
            for (JsonNode each : meant ? line.path("parameters") : line.path("none")) {
                if (each.path("id").asText().startsWith(parameter)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The filing's last line and the name a signature belongs to. */
    String filer() {
        String stated = Figures.text(content.at("/particulars/representative"));
        return stated.isEmpty() ? name() : name() + " " + stated;
    }

    String name() {
        String stated = Figures.text(content.at("/particulars/name"));
        return stated.isEmpty() ? PrintableText.of(workplaceName) : stated;
    }
}
