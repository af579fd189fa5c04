package kr.gosan.premium.filing;

import java.util.ArrayList;
import java.util.List;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.calculation.Assessment;
import kr.gosan.premium.calculation.FundShare;
import kr.gosan.premium.calculation.ReturnCalculation;
import kr.gosan.premium.calculation.Violation;

/** Section 사 against what the return comes to: a request can ask for nothing else than the excess there is. */
final class OffsetSection {

    private OffsetSection() {}

    static List<Violation> check(ReturnRequest stated, Assessment assessment) {
        List<Violation> found = new ArrayList<>();
        if (stated.offsetRequest() == null) {
            return found;
        }
        assessment.result().ifPresent(result -> {
            for (Fund fund : Fund.values()) {
                Won offset = offset(result.calculation(), fund);
                if (!offset.equals(stated.offsetRequest().of(fund))) {
                    found.add(new Violation(
                            "/offsetRequest/" + RecordedEstimate.field(fund), "offset-differs", List.of(offset)));
                }
            }
        });
        return found;
    }

    /** What is set off against the fund's own premiums, in all periods together. */
    private static Won offset(ReturnCalculation calculation, Fund fund) {
        return Won.sum(calculation.plan(fund.insurance()).periods().stream()
                .flatMap(period -> period.funds().stream())
                .filter(share -> share.fund() == fund)
                .map(FundShare::offset)
                .toList());
    }
}
