package kr.gosan.payment.print;

import java.time.LocalDate;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.payment.book.Levy;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.PaymentPeriod;

/** How papers of payment-service call things. */
public final class Words {

    private Words() {}

    public static String insurance(Insurance insurance) {
        return switch (insurance) {
            case IA -> "산재보험";
            case EI -> "고용보험";
        };
    }

    public static String fund(Fund fund) {
        return switch (fund) {
            case INDUSTRIAL_ACCIDENT -> "산재보험료";
            case UNEMPLOYMENT -> "실업급여";
            case STABILITY -> "고용안정·직업능력개발";
        };
    }

    /** What a debt's slip demands. */
    public static String demanded(Debt debt) {
        return switch (debt.kind()) {
            case PERIOD, CORRECTION -> insurance(debt.insurance()) + "료";
            case BENEFIT_RECOVERY -> "산재보험 급여징수금";
            case FINE -> "과태료";
        };
    }

    /** 일시납, 제1기 to 제4기, 정정; empty for what has no periods. */
    static String period(Debt debt) {
        return switch (debt.kind()) {
            case PERIOD -> debt.period() == PaymentPeriod.LUMP_SUM ? "일시납부" : "제" + debt.period() + "기";
            case CORRECTION -> "정정";
            case BENEFIT_RECOVERY, FINE -> "";
        };
    }

    /** The purse a share of industrial-accident money belongs to. */
    public static String levy(Levy levy) {
        return switch (levy) {
            case ACCIDENT_PREMIUM -> "산재보험료";
            case WAGE_CLAIM -> "임금채권부담금";
            case ASBESTOS -> "석면피해구제분담금";
        };
    }

    /** What was paid for: {@code 2021년도 확정·2022년도 개산 제1기}. */
    public static String what(DebtKind kind, int insuranceYear, int period) {
        return switch (kind) {
            case PERIOD ->
                insuranceYear + "년도 확정·" + (insuranceYear + 1) + "년도 개산 "
                        + (period == PaymentPeriod.LUMP_SUM ? "일시납부" : "제" + period + "기");
            case CORRECTION -> insuranceYear + "년도 확정 정정";
            case BENEFIT_RECOVERY -> insuranceYear + "년 급여징수금";
            case FINE -> insuranceYear + "년 과태료";
        };
    }

    public static String channel(Channel channel) {
        return switch (channel) {
            case VIRTUAL_ACCOUNT -> "가상계좌";
            case GIRO -> "인터넷지로";
            case INTERNET_BANKING -> "인터넷뱅킹";
            case COUNTER -> "금융기관 창구";
            case CREDIT_CARD -> "신용카드";
            case CHECK_CARD -> "체크카드";
            case MOBILE -> "모바일";
            case BRANCH -> "공단 지사";
            case DEBIT_ACCOUNT -> "자동이체(계좌)";
            case DEBIT_CARD -> "자동이체(카드)";
        };
    }

    /** {@code 2022년 3월 31일}. */
    public static String day(LocalDate day) {
        return "%d년 %d월 %d일".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
