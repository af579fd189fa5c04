package kr.gosan.payment.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.platform.print.PrintableText;

/** Fills the boxes of a slip. */
final class SlipFilling {

    private static final int BARCODE_HEIGHT = 42;

    private SlipFilling() {}

    static SlipSheet of(PrintedSlip it, Collector collector) {
        Slip slip = it.slip();
        Debt debt = slip.debt();
        boolean employment = debt.insurance() == Insurance.EI;
        boolean premium = debt.kind().ofReturn();
        return new SlipSheet(
                Words.demanded(debt),
                employment,
                premium,
                premium ? rows(slip, employment) : List.of(charge(slip)),
                slip.figures().payable().toString(),
                premium ? "(①+②-③-④" + (hasSurcharge(slip) ? "+⑤)" : ")") : "",
                remarks(it),
                stamp(it),
                slip.ePaymentNo().toString(),
                Bars.code128(slip.ePaymentNo(), BARCODE_HEIGHT),
                debt.managementNo().toString(),
                employment ? "고용노동부" : "고용노동부 / 환경부",
                Integer.toString(slip.figures().statutoryDueDate().getYear()),
                fund(debt),
                Words.period(debt),
                PrintableText.of(it.workplaceName()),
                "",
                collector.account(),
                Words.day(slip.dueDate()),
                collector.contact(),
                Words.day(it.issuedOn()),
                it.accounts());
    }

    /** A fine belongs to no fund (보험료징수법 §50); everything else to those of its insurance. */
    private static String fund(Debt debt) {
        if (debt.kind() == DebtKind.FINE) {
            return "";
        }
        return debt.insurance() == Insurance.EI ? "고용보험" : "산업재해보상보험 / 임금채권보장 / 석면피해구제";
    }

    /** ① to ④, and ⑤ where a correction brings a surcharge; ①②③⑤ of employment insurance by fund with their sum. */
    private static List<SlipSheet.Row> rows(Slip slip, boolean employment) {
        PaymentPeriod figures = slip.figures();
        List<SlipSheet.Row> rows = new ArrayList<>();
        add(rows, figures, "① 확정보험료 또는 확정충당액", FundFigures::confirmedAdditional, employment);
        add(rows, figures, "② 개산보험료", FundFigures::estimate, employment);
        add(rows, figures, "③ 개산 3% 공제액", FundFigures::lumpSumDiscount, employment);
        rows.add(new SlipSheet.Row("④ 전자신고 경감", 1, "", box(figures.eFilingReduction()), false));
        if (hasSurcharge(slip)) {
            add(rows, figures, "⑤ 가산금", FundFigures::charge, employment);
        }
        return rows;
    }

    private static void add(
            List<SlipSheet.Row> rows,
            PaymentPeriod figures,
            String label,
            Function<FundFigures, Won> amount,
            boolean employment) {
        Won sum = Won.sum(figures.funds().stream().map(amount).toList());
        if (!employment) {
            rows.add(new SlipSheet.Row(label, 1, "", box(sum), false));
            return;
        }
        int span = figures.funds().size() + 1;
        for (FundFigures row : figures.funds()) {
            rows.add(new SlipSheet.Row(label, span, Words.fund(row.fund()), box(amount.apply(row)), false));
            span = 0;
        }
        rows.add(new SlipSheet.Row(label, 0, "소계", box(sum), true));
    }

    private static SlipSheet.Row charge(Slip slip) {
        return new SlipSheet.Row(
                Words.demanded(slip.debt()), 1, "", slip.figures().payable().toString(), false);
    }

    private static boolean hasSurcharge(Slip slip) {
        return slip.figures().funds().stream().anyMatch(row -> !row.charge().isZero());
    }

    /** As the guide prints it, nothing is an empty box and not a zero. */
    private static String box(Won amount) {
        return amount.isZero() ? "" : amount.toString();
    }

    private static List<String> remarks(PrintedSlip it) {
        List<String> remarks = new ArrayList<>();
        if (it.slip().debt().kind() == DebtKind.CORRECTION) {
            remarks.add("보험료신고서의 정정에 따라 추가로 납부할 금액입니다.");
        }
        if (it.slip().lastDay().isAfter(it.slip().dueDate())) {
            remarks.add("납부기한이 지나서 발행되었습니다. " + Words.day(it.slip().lastDay()) + "까지 납부할 수 있습니다.");
        }
        it.replaces()
                .ifPresent(number ->
                        remarks.add("재발행: 이 납부서는 전자납부번호 " + number + "의 납부서를 대신합니다. 먼저 받은 납부서로는 납부할 수 없습니다."));
        return remarks;
    }

    private static SlipSheet.Stamp stamp(PrintedSlip it) {
        return switch (it.slip().state()) {
            case ISSUED -> SlipSheet.Stamp.NONE;
            case PAID ->
                new SlipSheet.Stamp("수납완료", it.paidOn().map(Words::day).orElse("") + " 납부되었습니다. 이 납부서로 다시 납부할 수 없습니다.");
            case CANCELLED ->
                new SlipSheet.Stamp(
                        "취소",
                        it.replacedBy()
                                .map(number -> "전자납부번호 " + number + "의 납부서로 바뀌었습니다.")
                                .orElse("납부할 금액이 남지 않았습니다.")
                                .concat(" 이 납부서로 납부할 수 없습니다."));
            case CLOSED ->
                new SlipSheet.Stamp("납부기한 경과", "체납액은 국민건강보험공단에서 징수합니다. 국민건강보험공단의 고지서로 납부하시기 바라며, 이 납부서로는 납부할 수 없습니다.");
        };
    }
}
