package kr.gosan.premium.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import kr.gosan.premium.print.FormView.ConfirmedRow;
import kr.gosan.premium.print.FormView.EstimatedRow;

/**
 * The rows of 다 and 라. Both insurances always show the rows printed on the form, empty where nothing is stated; rows a
 * year has more of (rate periods, overseas workers) are added.
 */
final class PremiumRows {

    private PremiumRows() {}

    static List<ConfirmedRow> confirmed(PrintedReturn it, JsonNode insurance, List<String> printed) {
        List<ConfirmedRow> rows = new ArrayList<>();
        for (List<JsonNode> group : groups(insurance.path("confirmed").path("lines"), printed)) {
            boolean first = rows.isEmpty();
            for (int i = 0; i < group.size(); i++) {
                JsonNode line = group.get(i);
                JsonNode settled =
                        i == 0 ? settlement(insurance, line.path("row").asText()) : line.path("none");
                boolean whole = line.path("row").asText().equals("GENERAL") && first;
                rows.add(new ConfirmedRow(
                        label(it, "confirmed", line, i + 1),
                        Figures.period(line),
                        Figures.won(line.path("remuneration")),
                        Figures.rate(line.path("ratePerMille")),
                        Figures.won(line.path("premium")),
                        Figures.won(settled.path("reported")),
                        Figures.won(settled.path("paid")),
                        whole ? "" : Figures.won(settled.path("additional")),
                        whole || !isZero(insurance.path("refund")) ? "" : Figures.won(settled.path("excess")),
                        whole || !isZero(insurance.path("offset")) || isZero(insurance.path("refund"))
                                ? ""
                                : Figures.won(settled.path("excess")),
                        false,
                        i == 0 ? group.size() : 0));
            }
        }
        rows.add(confirmedTotal(insurance));
        return List.copyOf(rows);
    }

    private static ConfirmedRow confirmedTotal(JsonNode insurance) {
        JsonNode settlement = insurance.path("settlement");
        boolean settled = insurance.has("confirmed");
        boolean accident = insurance.path("insurance").asText().equals("IA");
        return new ConfirmedRow(
                "계",
                "-",
                settled && accident ? remuneration(insurance.at("/confirmed/lines")) : "-",
                "-",
                Figures.won(insurance.at("/confirmed/total")),
                settled ? Figures.won(Figures.sum(settlement, "reported")) : "",
                settled ? Figures.won(Figures.sum(settlement, "paid")) : "",
                settled ? Figures.won(Figures.sum(settlement, "additional")) : "",
                settled ? Figures.won(insurance.path("offset")) : "",
                settled ? Figures.won(insurance.path("refund")) : "",
                true,
                1);
    }

    static List<EstimatedRow> estimated(PrintedReturn it, JsonNode insurance, List<String> printed) {
        String method = insurance.path("paymentMethod").asText();
        List<EstimatedRow> rows = new ArrayList<>();
        for (List<JsonNode> group : groups(insurance.path("estimated").path("lines"), printed)) {
            for (int i = 0; i < group.size(); i++) {
                JsonNode line = group.get(i);
                rows.add(new EstimatedRow(
                        label(it, "estimated", line, i + 1),
                        Figures.period(line),
                        Figures.won(line.path("remuneration")),
                        Figures.rate(line.path("ratePerMille")),
                        Figures.won(line.path("premium")),
                        method.equals("LUMP_SUM"),
                        method.equals("INSTALLMENT"),
                        false));
            }
        }
        boolean accident = insurance.path("insurance").asText().equals("IA");
        rows.add(new EstimatedRow(
                "계",
                "-",
                accident && insurance.has("estimated") ? remuneration(insurance.at("/estimated/lines")) : "-",
                "-",
                Figures.won(insurance.at("/estimated/total")),
                method.equals("LUMP_SUM"),
                method.equals("INSTALLMENT"),
                true));
        return List.copyOf(rows);
    }

    /** The lines by row, in the order of the form; a printed row without lines is one empty line. */
    private static List<List<JsonNode>> groups(JsonNode lines, List<String> printed) {
        List<String> order = new ArrayList<>(printed);
        lines.forEach(line -> {
            if (!order.contains(line.path("row").asText())) {
                order.add(line.path("row").asText());
            }
        });
        List<List<JsonNode>> groups = new ArrayList<>();
        for (String row : order) {
            List<JsonNode> group = new ArrayList<>();
            lines.forEach(line -> {
                if (line.path("row").asText().equals(row)) {
                    group.add(line);
                }
            });
            if (group.isEmpty()) {
                group.add(JsonNodeFactory.instance.objectNode().put("row", row));
            }
            groups.add(group);
        }
        return groups;
    }

    private static JsonNode settlement(JsonNode insurance, String row) {
        String fund = switch (row) {
            case "GENERAL" -> "INDUSTRIAL_ACCIDENT";
            case "UNEMPLOYMENT", "STABILITY" -> row;
            default -> "";
        };
        for (JsonNode each : insurance.has("confirmed") ? insurance.path("settlement") : insurance.path("none")) {
            if (each.path("fund").asText().equals(fund)) {
                return each;
            }
        }
        return insurance.path("none");
    }

    private static String label(PrintedReturn it, String stage, JsonNode line, int period) {
        String row = line.path("row").asText();
        return switch (row) {
            case "GENERAL" -> "일반";
            case "EQUIPMENT" -> equipment(it.restsOn("ia." + stage + ".equipment", period, "accident.job-rate."));
            case "OVERSEAS" -> "해외파견자";
            case "UNEMPLOYMENT" -> "실업급여";
            case "STABILITY" -> "고용안정·직업능력개발";
            default -> row;
        };
    }

    /** Since their rate is one of their job and no longer the industry's, the law calls them labour providers. */
    private static String equipment(boolean byJobRate) {
        return byJobRate ? "노무제공자" : "특수형태근로종사자";
    }

    private static String remuneration(JsonNode lines) {
        return Figures.won(Figures.sum(lines, "remuneration"));
    }

    private static boolean isZero(JsonNode amount) {
        return amount.asLong() == 0;
    }
}
