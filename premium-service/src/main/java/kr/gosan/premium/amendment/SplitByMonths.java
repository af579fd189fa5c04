package kr.gosan.premium.amendment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.filing.ReturnFields;
import kr.gosan.premium.filing.ReturnRequest;
import kr.gosan.premium.law.ReturnRow;

/**
 * Writes the unemployment base by rate period into the content of a return that had it from its monthly table: a
 * correction keeps no table, but what was paid at which rate stays true.
 */
final class SplitByMonths {

    private SplitByMonths() {}

    /** @param calculation as it was stored with the return */
    static ReturnRequest keptIn(ReturnRequest filed, JsonNode calculation) {
        boolean byMonth = filed.confirmed() != null
                && filed.monthlyBases() != null
                && !Boolean.TRUE.equals(filed.monthlyBases().automatic())
                && !isKnown(filed.confirmed());
        List<ReturnFields.Period> periods = byMonth ? periods(calculation) : List.of();
        return periods.size() < 2
                ? filed
                : new ReturnRequest(
                        filed.managementNo(),
                        filed.clientReference(),
                        filed.insuranceYear(),
                        filed.particulars(),
                        filed.monthlyBases(),
                        with(filed.confirmed(), periods),
                        filed.previousEstimate(),
                        filed.estimated(),
                        filed.works(),
                        filed.payment(),
                        filed.offsetRequest(),
                        filed.refundAccount());
    }

    /** Whether it says what of the unemployment base is of which rate period. */
    static boolean isKnown(ReturnFields.Confirmed confirmed) {
        List<ReturnFields.Period> periods = confirmed.employment().unemploymentPeriods();
        return periods != null && !periods.isEmpty();
    }

    static ReturnFields.Confirmed with(ReturnFields.Confirmed confirmed, List<ReturnFields.Period> periods) {
        ReturnFields.Employment base = confirmed.employment();
        return new ReturnFields.Confirmed(
                confirmed.industrialAccident(),
                new ReturnFields.Employment(base.unemployment(), base.stability(), periods, base.hiredAt65OrLater()));
    }

    private static List<ReturnFields.Period> periods(JsonNode calculation) {
        List<ReturnFields.Period> periods = new ArrayList<>();
        for (JsonNode insurance : calculation.path("insurances")) {
            for (JsonNode line : insurance.at("/confirmed/lines")) {
                if (line.path("row").asText().equals(ReturnRow.UNEMPLOYMENT.name())) {
                    periods.add(new ReturnFields.Period(
                            LocalDate.parse(line.required("from").asText()),
                            LocalDate.parse(line.required("to").asText()),
                            Won.of(line.required("remuneration").asLong())));
                }
            }
        }
        return periods;
    }
}
