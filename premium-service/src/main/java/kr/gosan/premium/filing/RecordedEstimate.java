package kr.gosan.premium.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.calculation.Violation;

/**
 * What the records know of an earlier estimate: columns ④ and ⑤ of the return that confirms the year it was made for.
 *
 * @param returnId the return that made the estimate
 * @param amounts for every fund
 */
public record RecordedEstimate(UUID returnId, Map<Fund, PreviousEstimate.Amounts> amounts) {

    public RecordedEstimate {
        amounts = Map.copyOf(amounts);
    }

    /** The records' word goes before the filer's: everything that he states and that differs. */
    List<Violation> against(PreviousEstimate stated) {
        List<Violation> found = new ArrayList<>();
        if (stated == null) {
            return found;
        }
        for (Fund fund : Fund.values()) {
            PreviousEstimate.Amounts said = stated.of(fund);
            String pointer = "/previousEstimate/" + field(fund);
            differs(
                            pointer + "/reported",
                            "reported-differs-from-records",
                            said.reported(),
                            amounts.get(fund).reported())
                    .ifPresent(found::add);
            differs(
                            pointer + "/paid",
                            "paid-differs-from-records",
                            said.paid(),
                            amounts.get(fund).paid())
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Violation> differs(String pointer, String code, Won said, Won recorded) {
        return said.equals(recorded) ? Optional.empty() : Optional.of(new Violation(pointer, code, List.of(recorded)));
    }

    PreviousEstimate fields() {
        return new PreviousEstimate(
                amounts.get(Fund.INDUSTRIAL_ACCIDENT), amounts.get(Fund.UNEMPLOYMENT), amounts.get(Fund.STABILITY));
    }

    /** The fund's field in requests. */
    static String field(Fund fund) {
        return switch (fund) {
            case INDUSTRIAL_ACCIDENT -> "industrialAccident";
            case UNEMPLOYMENT -> "unemployment";
            case STABILITY -> "stability";
        };
    }
}
