package kr.gosan.premium.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.ReturnTerm;
import kr.gosan.premium.law.Schedule.InstalmentPeriod;

/**
 * What one insurance has to pay and when, from its settlement and its estimate. Nothing in it depends on the other
 * insurance.
 *
 * <ul>
 *   <li>Lump-sum discount (보험료징수법 §17④): on the estimate only, truncated by fund, if the return is filed in time and
 *       the workplace could have paid by instalments. It is void when the payment then comes late.
 *   <li>E-filing reduction (§22의2②): once per insurance if its estimate reaches the minimum and the return is filed in
 *       time, by the employer and not by an agency. Every return filed here is filed electronically.
 *   <li>In time means by the due date as the business calendar extends it. A late return gets neither; its instalments
 *       stand.
 *   <li>A filer whom instalments are not open to pays at once, without the discount.
 * </ul>
 *
 * @param funds the insurance's funds in the order of the form
 * @param method how the estimate is really paid
 * @param periods the slips in order of their due dates; one that comes to zero needs no payment
 * @param refund what of the excess no premium of this return used up
 */
public record PaymentPlan(
        Insurance insurance,
        PaymentMethod method,
        LocalDate filedOn,
        List<FundResult> funds,
        List<PaymentPeriod> periods,
        Won refund,
        ReturnLaw law) {

    /** A fund's settlement and its whole estimate. */
    public record FundResult(Settlement settlement, Won estimate) {}

    public PaymentPlan {
        funds = List.copyOf(funds);
        periods = List.copyOf(periods);
    }

    static PaymentPlan of(
            Insurance insurance, PaymentMethod wanted, LocalDate filedOn, List<FundResult> funds, ReturnLaw law) {
        PaymentMethod method = law.schedule().allowsInstalments() ? wanted : PaymentMethod.LUMP_SUM;
        boolean inTime = law.schedule().inTime(filedOn);
        List<PaymentPeriod> due = switch (method) {
            case LUMP_SUM -> List.of(lumpSum(funds, law, inTime));
            case INSTALLMENT -> instalments(funds, law, inTime);
        };
        ExcessOffset excess =
                new ExcessOffset(funds.stream().map(FundResult::settlement).toList());
        List<PaymentPeriod> periods = new ArrayList<>();
        for (PaymentPeriod period : due) {
            periods.add(excess.use(period));
        }
        return new PaymentPlan(insurance, method, filedOn, funds, periods, excess.left(), law);
    }

    private static PaymentPeriod lumpSum(List<FundResult> funds, ReturnLaw law, boolean inTime) {
        boolean discounted = inTime && law.schedule().allowsInstalments();
        return new PaymentPeriod(
                0,
                law.schedule().statutoryDueDate(),
                shares(
                        funds,
                        true,
                        FundResult::estimate,
                        fund -> discounted ? discount(fund.estimate(), law) : Won.ZERO),
                eFilingReduction(funds, law, inTime));
    }

    private static List<PaymentPeriod> instalments(List<FundResult> funds, ReturnLaw law, boolean inTime) {
        List<InstalmentPeriod> schedule = law.schedule().instalments();
        List<PaymentPeriod> periods = new ArrayList<>();
        for (int i = 0; i < schedule.size(); i++) {
            int index = i;
            boolean first = i == 0;
            periods.add(new PaymentPeriod(
                    schedule.get(i).number(),
                    schedule.get(i).statutoryDueDate(),
                    shares(
                            funds,
                            first,
                            fund -> Instalments.of(fund.estimate(), schedule).get(index),
                            fund -> Won.ZERO),
                    first ? eFilingReduction(funds, law, inTime) : Won.ZERO));
        }
        return periods;
    }

    private static List<FundShare> shares(
            List<FundResult> funds,
            boolean first,
            Function<FundResult, Won> estimate,
            Function<FundResult, Won> discount) {
        return funds.stream()
                .map(fund -> new FundShare(
                        fund.settlement().fund(),
                        first ? fund.settlement().additional() : Won.ZERO,
                        Won.ZERO,
                        estimate.apply(fund),
                        discount.apply(fund)))
                .toList();
    }

    private static Won discount(Won estimate, ReturnLaw law) {
        return Rounding.TRUNCATE_BELOW_TEN_WON.apply(
                law.the(ReturnTerm.LUMP_SUM_DISCOUNT).rate().of(estimate));
    }

    private static Won eFilingReduction(List<FundResult> funds, ReturnLaw law, boolean inTime) {
        Won minimum = law.the(ReturnTerm.E_FILING_MINIMUM).won();
        return inTime && law.eFilingReducible() && estimate(funds).compareTo(minimum) >= 0
                ? law.the(ReturnTerm.E_FILING_REDUCTION).won()
                : Won.ZERO;
    }

    private static Won estimate(List<FundResult> funds) {
        return Won.sum(funds.stream().map(FundResult::estimate).toList());
    }

    /** Whether the return was filed by the due date. */
    public boolean inTime() {
        return law.schedule().inTime(filedOn);
    }

    public Won estimate() {
        return estimate(funds);
    }

    /** What was paid too much for the confirmed year, all funds of the insurance together. */
    public Won excess() {
        return Won.sum(funds.stream().map(fund -> fund.settlement().excess()).toList());
    }

    /** What of the excess pays this insurance's own premiums; with the refund it makes up the whole excess. */
    public Won offset() {
        return Won.sum(periods.stream().map(PaymentPeriod::offset).toList());
    }

    public Won payable() {
        return Won.sum(periods.stream().map(PaymentPeriod::payable).toList());
    }

    List<TraceLine> trace() {
        return new PaymentTrace(this).lines();
    }
}
