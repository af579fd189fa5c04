package kr.gosan.premium.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.premium.print.FormView.FiledOn;
import kr.gosan.premium.print.FormView.Mark;
import kr.gosan.premium.print.FormView.MonthRow;
import kr.gosan.premium.print.FormView.Months;
import kr.gosan.premium.print.FormView.Particulars;
import kr.gosan.premium.print.FormView.Reason;

/** Fills in form 23 from a stored return. Nothing is calculated here. */
final class FormFilling {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int MONTHS = 12;

    private FormFilling() {}

    static FormView of(PrintedReturn it) {
        JsonNode accident = it.insurance("IA");
        JsonNode employment = it.insurance("EI");
        int year = it.confirmedYear();
        return new FormView(
                Integer.toString(year + 1),
                Integer.toString(year),
                true,
                true,
                mark(it),
                particulars(it),
                rateKind(it, "confirmed"),
                rateKind(it, "estimated"),
                PremiumRows.confirmed(it, accident, List.of("GENERAL", "EQUIPMENT")),
                PremiumRows.confirmed(it, employment, List.of("UNEMPLOYMENT", "STABILITY")),
                PremiumRows.estimated(it, accident, List.of("GENERAL", "EQUIPMENT")),
                PremiumRows.estimated(it, employment, List.of("UNEMPLOYMENT", "STABILITY")),
                reason(it.content().at("/estimated/reductionReason")),
                months(it),
                filedOn(it),
                it.filer(),
                BackFilling.of(it));
    }

    static Mark mark(PrintedReturn it) {
        return it.receipt()
                .map((Receipt receipt) ->
                        new Mark(false, receipt.receiptNo(), TIME.format(receipt.acceptedAt()), receipt.sha256()))
                .orElseGet(() -> new Mark(true, "", "", ""));
    }

    static FiledOn filedOn(PrintedReturn it) {
        String day = it.draft() ? "" : it.calculation().path("filedOn").asText();
        String[] parts = day.split("-");
        return parts.length == 3 ? new FiledOn(parts[0], day(parts[1]), day(parts[2])) : new FiledOn("", "", "");
    }

    private static String day(String two) {
        return Integer.toString(Integer.parseInt(two));
    }

    private static Particulars particulars(PrintedReturn it) {
        JsonNode stated = it.content().path("particulars");
        return new Particulars(
                kind(it.calculation().at("/workplace/kind").asText()),
                it.managementNo(),
                Figures.text(stated.path("workName")),
                it.name(),
                Figures.text(stated.path("representative")),
                Figures.text(stated.path("address")),
                Figures.text(stated.path("phone")),
                Figures.text(stated.path("mobile")),
                Figures.text(stated.path("fax")),
                Figures.text(stated.path("email")));
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "CONSTRUCTION_HQ" -> "건설업 본사";
            case "CONSTRUCTION_COLLECTIVE" -> "건설일괄";
            case "CONSTRUCTION_SINGLE" -> "건설공사(개별)";
            case "LOGGING" -> "벌목업";
            case "SELF_EMPLOYED_BEFORE_2012" -> "고용보험 자영업자";
            default -> "";
        };
    }

    private static String rateKind(PrintedReturn it, String stage) {
        return it.restsOn("ia." + stage + ".general", 0, "accident.experience-rate") ? "개별" : "일반";
    }

    private static Reason reason(JsonNode stated) {
        String code = stated.path("code").asText();
        return new Reason(
                code.equals("WORKERS_REDUCED"),
                code.equals("BUSINESS_SUSPENDED"),
                code.equals("OTHER"),
                Figures.text(stated.path("text")));
    }

    /** As it was checked at filing; of a draft that was not, what is stated, without totals. */
    private static Months months(PrintedReturn it) {
        JsonNode checked = it.calculation().path("monthlyBases");
        JsonNode table = checked.isObject() ? checked : it.content().path("monthlyBases");
        List<MonthRow> rows = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            rows.add(row(month + "월", month(table.path("months"), month)));
        }
        rows.add(row("합계", table.path("total")));
        rows.add(row("월평균", table.path("mean")));
        return new Months(
                List.copyOf(rows), table.path("headsEstimated").asBoolean() ? "인원은 월 보수총액 ÷ 건설업 월평균보수로 추정" : "");
    }

    private static JsonNode month(JsonNode months, int number) {
        for (JsonNode each : months) {
            if (each.path("month").asInt() == number) {
                return each;
            }
        }
        return months.path("none");
    }

    private static MonthRow row(String label, JsonNode cells) {
        return new MonthRow(
                label,
                Figures.won(cells.at("/industrialAccident/heads")),
                Figures.won(cells.at("/industrialAccident/remuneration")),
                Figures.won(cells.at("/unemployment/heads")),
                Figures.won(cells.at("/unemployment/remuneration")),
                Figures.won(cells.at("/stability/heads")),
                Figures.won(cells.at("/stability/remuneration")));
    }
}
