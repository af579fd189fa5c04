package kr.gosan.premium.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import kr.gosan.premium.print.BackView.Account;
import kr.gosan.premium.print.BackView.InstalmentRow;
import kr.gosan.premium.print.BackView.OffsetLine;
import kr.gosan.premium.print.BackView.OffsetRow;
import kr.gosan.premium.print.BackView.Work;

/** Fills in the back of form 23. */
final class BackFilling {

    private static final int PERIODS = 4;

    private BackFilling() {}

    static BackView of(PrintedReturn it) {
        JsonNode accident = it.insurance("IA");
        JsonNode employment = it.insurance("EI");
        List<InstalmentRow> instalments = List.of(
                instalments("산재보험(임금채권부담금 등 포함)", accident, ""),
                instalments("실업급여", employment, "UNEMPLOYMENT"),
                instalments("고용안정·직업능력개발", employment, "STABILITY"),
                instalments("계", employment, ""));
        List<OffsetRow> offsets = List.of(
                offsets("산재보험(임금채권부담금 등 포함)", accident, ""),
                offsets("실업급여", employment, "UNEMPLOYMENT"),
                offsets("고용안정·직업능력개발", employment, "STABILITY"),
                offsets("계", employment, ""));
        List<Work> works = works(it.content().path("works"));
        JsonNode account = it.content().path("refundAccount");
        return new BackView(
                it.managementNo(),
                it.name(),
                work(works),
                works.size() > 1 ? works : List.of(),
                instalments.stream().anyMatch(row -> !row.whole().isEmpty()),
                instalments,
                dueDates(byInstalment(accident) ? accident : employment),
                offsets.stream().anyMatch(row -> !row.lines().getFirst().due().isEmpty())
                        || it.content().has("refundAccount"),
                offsets,
                new Account(
                        Figures.text(account.path("bank")),
                        Figures.text(account.path("accountNo")),
                        Figures.text(account.path("holderName"))));
    }

    private static List<Work> works(JsonNode stated) {
        List<Work> works = new ArrayList<>();
        for (JsonNode work : stated) {
            works.add(new Work(
                    Figures.text(work.path("name")),
                    Figures.text(work.path("from")),
                    Figures.text(work.path("to")),
                    Figures.won(work.path("contractAmount")),
                    Figures.won(work.path("thisYear")),
                    Figures.won(work.path("nextYear"))));
        }
        return List.copyOf(works);
    }

    private static Work work(List<Work> works) {
        return switch (works.size()) {
            case 0 -> new Work("", "", "", "", "", "");
            case 1 -> works.getFirst();
            default -> new Work("별첨 목록 참조(" + works.size() + "건)", "", "", "", "", "");
        };
    }

    private static boolean byInstalment(JsonNode insurance) {
        return insurance.path("paymentMethod").asText().equals("INSTALLMENT");
    }

    /** @param fund empty for the whole insurance */
    private static InstalmentRow instalments(String label, JsonNode insurance, String fund) {
        List<String> periods = new ArrayList<>();
        long whole = 0;
        if (byInstalment(insurance)) {
            for (JsonNode period : insurance.path("periods")) {
                JsonNode amount = row(period, fund).path("estimate");
                whole += amount.asLong();
                periods.add(Figures.won(amount));
            }
        }
        String all = periods.isEmpty() ? "" : Figures.won(whole);
        while (periods.size() < PERIODS) {
            periods.add("");
        }
        return new InstalmentRow(label, all, List.copyOf(periods));
    }

    private static List<String> dueDates(JsonNode insurance) {
        List<String> days = new ArrayList<>();
        if (byInstalment(insurance)) {
            insurance.path("periods").forEach(period -> days.add(Figures.text(period.path("statutoryDueDate"))));
        }
        while (days.size() < PERIODS) {
            days.add("");
        }
        return List.copyOf(days);
    }

    private static OffsetRow offsets(String label, JsonNode insurance, String fund) {
        List<OffsetLine> lines = new ArrayList<>();
        boolean first = true;
        for (JsonNode period : insurance.path("periods")) {
            long offset = offset(insurance, period, "", first);
            if (offset > 0) {
                lines.add(line(insurance, period, fund, first));
            }
            first = false;
        }
        return new OffsetRow(label, lines.isEmpty() ? List.of(new OffsetLine("", "", "", "")) : List.copyOf(lines));
    }

    private static OffsetLine line(JsonNode insurance, JsonNode period, String fund, boolean first) {
        long left = fund.isEmpty()
                ? period.path("payable").asLong()
                : row(period, fund).path("payableBeforeReduction").asLong() - reduction(period, fund);
        long offset = offset(insurance, period, fund, first);
        int number = period.path("period").asInt();
        return new OffsetLine(
                number == 0 ? "" : "(" + number + "기)",
                Figures.won(left + offset),
                Figures.won(offset),
                Figures.won(left));
    }

    /** What of the excess the period uses: the slip shows it as less than the confirmed premium to be added. */
    private static long offset(JsonNode insurance, JsonNode period, String fund, boolean first) {
        long additional = 0;
        for (JsonNode settlement : first ? insurance.path("settlement") : insurance.path("none")) {
            if (fund.isEmpty() || settlement.path("fund").asText().equals(fund)) {
                additional += settlement.path("additional").asLong();
            }
        }
        return additional - row(period, fund).path("confirmedAdditional").asLong();
    }

    /** The e-filing reduction by fund: 실업급여 bears it as far as it reaches, as the offset counts it. */
    private static long reduction(JsonNode period, String fund) {
        long left = period.path("eFilingReduction").asLong();
        for (JsonNode row : period.path("funds")) {
            long taken = Math.min(left, row.path("payableBeforeReduction").asLong());
            if (row.path("fund").asText().equals(fund)) {
                return taken;
            }
            left -= taken;
        }
        return 0;
    }

    private static JsonNode row(JsonNode period, String fund) {
        if (fund.isEmpty()) {
            return period;
        }
        for (JsonNode row : period.path("funds")) {
            if (row.path("fund").asText().equals(fund)) {
                return row;
            }
        }
        return period.path("none");
    }
}
