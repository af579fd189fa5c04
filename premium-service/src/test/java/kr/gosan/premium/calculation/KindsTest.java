package kr.gosan.premium.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.law.Workplace;
import org.junit.jupiter.api.Test;

/** What a return may not say because of the kind of workplace, or of its end; and why a reduction is not given. */
class KindsTest {

    private static final Workplace SELF_EMPLOYED =
            Law2022.workplace(WorkplaceKind.SELF_EMPLOYED_BEFORE_2012, LocalDate.of(2010, 5, 1));
    private static final Remuneration STANDARD = Returns.bases(0, 0, 0, 31_200_000);

    @Test
    void theSelfEmployedEstimateTheStabilityFundAndNothingElse() {
        assertEquals(List.of(), codes(SELF_EMPLOYED, content(null, Map.of(), STANDARD, PaymentMethod.LUMP_SUM)));
        assertEquals(
                List.of(
                        "/confirmed no-confirmed-premium",
                        "/previousEstimate no-confirmed-premium",
                        "/estimated/industrialAccident/general stability-fund-only",
                        "/estimated/employment/unemployment stability-fund-only",
                        "/estimated/employment/stability base-fixed-by-law",
                        "/payment/industrialAccident instalments-not-for-self-employed",
                        "/payment/employment instalments-not-for-self-employed"),
                codes(
                        SELF_EMPLOYED,
                        content(
                                Returns.BASES,
                                Returns.PREVIOUS,
                                Returns.bases(1, 0, 1, 31_199_999),
                                PaymentMethod.INSTALLMENT)));
    }

    @Test
    void anEndedRelationHasNothingToEstimateAndMayBeConfirmedFromTheDayItEnded() {
        Workplace extinct = extinct(LocalDate.of(2022, 5, 10));
        ReturnContent confirmed = content(2022, Returns.BASES, null, PaymentMethod.LUMP_SUM);
        assertEquals(List.of(), codes(extinct, confirmed, LocalDate.of(2022, 5, 10)));
        assertEquals(
                List.of("/insuranceYear insurance-year-not-over"), codes(extinct, confirmed, LocalDate.of(2022, 5, 9)));
        assertEquals(
                List.of(
                        "/estimated nothing-to-estimate",
                        "/payment/industrialAccident instalments-without-estimate",
                        "/payment/employment instalments-without-estimate"),
                codes(
                        extinct,
                        content(2022, Returns.BASES, Returns.BASES, PaymentMethod.INSTALLMENT),
                        LocalDate.of(2022, 5, 20)));
        assertEquals(
                List.of("/insuranceYear workplace-extinct"),
                codes(extinct, content(2023, Returns.BASES, null, PaymentMethod.LUMP_SUM), LocalDate.of(2024, 1, 2)));
    }

    @Test
    void whileTheRelationLastsAnEstimateIsRequired() {
        assertEquals(
                List.of("/estimated required"),
                codes(Returns.WORKPLACE, content(2021, Returns.BASES, null, PaymentMethod.LUMP_SUM), Law2022.IN_TIME));
    }

    @Test
    void shortWorksMayNotPayByInstalments() {
        Workplace works = works(LocalDate.of(2022, 2, 1), LocalDate.of(2022, 7, 30));
        ReturnContent content = content(null, Map.of(), Returns.BASES, PaymentMethod.INSTALLMENT);
        assertEquals(
                List.of(
                        "/payment/industrialAccident instalments-not-for-short-works",
                        "/payment/employment instalments-not-for-short-works"),
                codes(works, content));
        assertEquals(List.of(), codes(works(LocalDate.of(2022, 2, 1), LocalDate.of(2022, 7, 31)), content));
    }

    @Test
    void theTraceSaysWhyAReductionIsNotGiven() {
        assertTraced(
                works(LocalDate.of(2022, 2, 1), LocalDate.of(2022, 5, 31)),
                content(null, Map.of(), Returns.BASES, PaymentMethod.LUMP_SUM),
                "ia.payment.industrial-accident.lump-sum-discount",
                "works of less than 6 months: none");
        assertTraced(
                SELF_EMPLOYED,
                content(null, Map.of(), STANDARD, PaymentMethod.LUMP_SUM),
                "ei.payment.e-filing-reduction",
                "self-employed, approved before 2012-01-21: none");
        Workplace mandated = new Workplace(
                WorkplaceKind.CONSTRUCTION_HQ,
                EmployeeScale.UNDER_150,
                EmployerKind.CORPORATION,
                Law2022.LONG_AGO,
                Optional.empty(),
                Optional.empty(),
                true,
                Map.of(),
                Optional.empty());
        assertTraced(mandated, Returns.sample(), "ia.payment.e-filing-reduction", "filed by an agency: none");
    }

    /** The last period is cut where the works end, and all count their days: 90, 91 and 62 to August 31. */
    @Test
    void instalmentsOfWorksWithAnEndCountTheirDays() {
        Workplace works = works(LocalDate.of(2021, 3, 1), LocalDate.of(2022, 8, 31));
        PaymentPlan plan = Assessment.of(
                        Returns.content(Returns.BASES, Returns.PREVIOUS, Returns.BASES, PaymentMethod.INSTALLMENT),
                        works,
                        Law2022.IN_TIME,
                        Law2022.LAW)
                .result()
                .orElseThrow()
                .calculation()
                .plan(Insurance.IA);
        assertEquals(3, plan.periods().size());
        // 4,885,600 × 91/243 and × 62/243 in whole tens; the rest first.
        assertEquals(
                List.of(Won.of(1_809_490), Won.of(1_829_580), Won.of(1_246_530)),
                plan.periods().stream().map(PaymentPeriod::estimate).toList());
    }

    private static void assertTraced(Workplace workplace, ReturnContent content, String step, String formula) {
        String traced = Assessment.of(content, workplace, Law2022.IN_TIME, Law2022.LAW)
                .result()
                .orElseThrow()
                .calculation()
                .trace()
                .stream()
                .filter(line -> line.step().equals(step))
                .findFirst()
                .orElseThrow()
                .formula();
        assertTrue(traced.endsWith(formula), traced);
    }

    private static Workplace works(LocalDate from, LocalDate to) {
        return new Workplace(
                WorkplaceKind.CONSTRUCTION_SINGLE,
                EmployeeScale.UNDER_150,
                EmployerKind.CORPORATION,
                from,
                Optional.of(to),
                Optional.empty(),
                false,
                Map.of(),
                Optional.empty());
    }

    private static Workplace extinct(LocalDate day) {
        return new Workplace(
                WorkplaceKind.CONSTRUCTION_COLLECTIVE,
                EmployeeScale.UNDER_150,
                EmployerKind.CORPORATION,
                Law2022.LONG_AGO,
                Optional.empty(),
                Optional.of(day),
                false,
                Map.of(),
                Optional.empty());
    }

    private static ReturnContent content(
            Remuneration confirmed,
            Map<Fund, ReturnContent.PreviousEstimate> previous,
            Remuneration estimated,
            PaymentMethod method) {
        return Returns.content(confirmed, previous, estimated, method);
    }

    private static ReturnContent content(
            int year, Remuneration confirmed, Remuneration estimated, PaymentMethod method) {
        return new ReturnContent(
                year,
                Optional.of(confirmed),
                Returns.PREVIOUS,
                Optional.ofNullable(estimated),
                Optional.empty(),
                Map.of(Insurance.IA, method, Insurance.EI, method),
                Optional.empty());
    }

    private static List<String> codes(Workplace workplace, ReturnContent content) {
        return codes(workplace, content, Law2022.IN_TIME);
    }

    private static List<String> codes(Workplace workplace, ReturnContent content, LocalDate filedOn) {
        return Returns.codes(Assessment.of(content, workplace, filedOn, Law2022.LAW));
    }
}
