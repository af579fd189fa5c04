package kr.gosan.premium.calculation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.Workplace;

/** Which sections a return of the workplace has, and what they may say whatever the rates are. */
final class StatedSections {

    private static final Map<Fund, String> PREVIOUS = new EnumMap<>(Map.of(
            Fund.INDUSTRIAL_ACCIDENT, "/previousEstimate/industrialAccident",
            Fund.UNEMPLOYMENT, "/previousEstimate/unemployment",
            Fund.STABILITY, "/previousEstimate/stability"));

    private StatedSections() {}

    static void check(ReturnContent content, Workplace workplace, List<Violation> violations) {
        boolean existed = workplace.existsIn(content.insuranceYear());
        if (workplace.kind() == WorkplaceKind.SELF_EMPLOYED_BEFORE_2012) {
            absent("/confirmed", content.confirmed().isPresent(), "no-confirmed-premium", violations);
            absent("/previousEstimate", !content.previous().isEmpty(), "no-confirmed-premium", violations);
            content.estimated().ifPresent(base -> stabilityOnly(base, violations));
        } else if (existed) {
            required("/confirmed", content.confirmed().isPresent(), violations);
            required("/previousEstimate", !content.previous().isEmpty(), violations);
        } else {
            absent("/confirmed", content.confirmed().isPresent(), "before-establishment", violations);
            absent("/previousEstimate", !content.previous().isEmpty(), "before-establishment", violations);
        }
        if (workplace.existsIn(content.insuranceYear() + 1)) {
            required("/estimated", content.estimated().isPresent(), violations);
        } else {
            absent("/estimated", content.estimated().isPresent(), "nothing-to-estimate", violations);
        }
        for (Fund fund : Fund.values()) {
            ReturnContent.PreviousEstimate estimate = content.previous(fund);
            if (estimate.paid().compareTo(estimate.reported()) > 0) {
                violations.add(Violation.of(PREVIOUS.get(fund) + "/paid", "paid-exceeds-reported"));
            }
        }
    }

    private static void required(String pointer, boolean there, List<Violation> violations) {
        if (!there) {
            violations.add(Violation.of(pointer, "required"));
        }
    }

    private static void absent(String pointer, boolean there, String code, List<Violation> violations) {
        if (there) {
            violations.add(Violation.of(pointer, code));
        }
    }

    private static void stabilityOnly(Remuneration base, List<Violation> violations) {
        for (ReturnRow row : ReturnRow.values()) {
            if (row != ReturnRow.STABILITY && base.of(row).isPositive()) {
                violations.add(Violation.of(RowPointer.of("/estimated", row), "stability-fund-only"));
            }
        }
    }
}
