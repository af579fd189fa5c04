package kr.gosan.premium.amendment.rules;

import java.util.Locale;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;

/** Names of the steps of a correction in a trace, such as {@code ia.correction.industrial-accident.surcharge}. */
final class StepName {

    private StepName() {}

    static String of(Fund fund, String what) {
        return of(fund.insurance(), fund.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + what);
    }

    static String of(Insurance insurance, String what) {
        return insurance.name().toLowerCase(Locale.ROOT) + ".correction." + what;
    }
}
