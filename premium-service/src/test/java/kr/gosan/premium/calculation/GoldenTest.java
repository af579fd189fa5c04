package kr.gosan.premium.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawValue;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.law.ComposedRate;
import kr.gosan.premium.law.RatePeriod;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.ReturnTerm;
import kr.gosan.premium.law.YearRates;
import kr.gosan.premium.remuneration.StatementBases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The figures of the source document, and others worked out by hand. */
class GoldenTest {

    private final ReturnLaw law = Law2022.construction();

    @TestFactory
    Stream<DynamicTest> premiumLines() {
        return Golden.cases("lines.yaml", test -> {
            List<AppliedParameter> parts = new ArrayList<>();
            test.required("rate").forEach(part -> parts.add(perMille(part.asText())));
            RatePeriod period =
                    new RatePeriod(LocalDate.EPOCH, LocalDate.EPOCH, new ComposedRate(parts, Optional.empty()));
            Won premium = new PremiumLine("line", "§13", ReturnRow.GENERAL, period, Golden.won(test, "base")).amount();
            assertEquals(Golden.won(test, "premium"), premium);
            misprint(test, premium);
        });
    }

    @TestFactory
    Stream<DynamicTest> settlements() {
        return Golden.cases("settlements.yaml", test -> {
            Settlement settlement = new Settlement(
                    Fund.UNEMPLOYMENT,
                    Golden.won(test, "confirmed"),
                    Golden.won(test, "reported"),
                    Golden.won(test, "paid"));
            assertEquals(Golden.won(test, "additional"), settlement.additional());
            assertEquals(Golden.won(test, "excess"), settlement.excess());
            assertEquals(Golden.won(test, "arrears"), settlement.arrears());
        });
    }

    @TestFactory
    Stream<DynamicTest> instalments() {
        return Golden.cases("instalments.yaml", test -> {
            List<Won> estimates = Golden.wons(test.required("estimates"));
            List<Won> sums = new ArrayList<>(List.of(Won.ZERO, Won.ZERO, Won.ZERO, Won.ZERO));
            for (Won estimate : estimates) {
                List<Won> parts = Instalments.of(estimate, law.schedule().instalments());
                assertEquals(4, parts.size());
                assertEquals(estimate, Won.sum(parts));
                for (int i = 0; i < 4; i++) {
                    sums.set(i, sums.get(i).plus(parts.get(i)));
                }
            }
            if (test.has("instalments")) {
                assertEquals(Golden.wons(test.get("instalments")), sums);
                if (test.has("source_prints")) {
                    assertNotEquals(Golden.wons(test.get("source_prints")), sums);
                }
            } else {
                assertEquals(Golden.won(test, "total"), Won.sum(sums));
                misprint(test, Won.sum(sums));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> offsets() {
        return Golden.cases("offsets.yaml", test -> {
            Won paid = Golden.won(test, "excess");
            ExcessOffset excess =
                    new ExcessOffset(List.of(new Settlement(Fund.INDUSTRIAL_ACCIDENT, Won.ZERO, paid, paid)));
            List<PaymentPeriod> periods = new ArrayList<>();
            for (Won due : Golden.wons(test.required("due"))) {
                FundShare share = new FundShare(Fund.INDUSTRIAL_ACCIDENT, Won.ZERO, Won.ZERO, due, Won.ZERO);
                periods.add(excess.use(new PaymentPeriod(1, LocalDate.EPOCH, List.of(share), Won.ZERO)));
            }
            assertEquals(
                    Golden.wons(test.required("offset")),
                    periods.stream().map(PaymentPeriod::offset).toList());
            assertEquals(
                    Golden.wons(test.required("payable")),
                    periods.stream().map(PaymentPeriod::payable).toList());
            assertEquals(Golden.won(test, "refund"), excess.left());
        });
    }

    @TestFactory
    Stream<DynamicTest> slips() {
        return Golden.cases("slips.yaml", test -> {
            List<FundShare> rows = new ArrayList<>();
            test.required("rows")
                    .forEach(row -> rows.add(new FundShare(
                            Fund.valueOf(row.required("fund").asText()),
                            Golden.won(row, "additional"),
                            Golden.won(row, "offset"),
                            Golden.won(row, "estimate"),
                            Golden.won(row, "discount"))));
            PaymentPeriod slip = new PaymentPeriod(0, LocalDate.EPOCH, rows, Golden.won(test, "e_filing"));
            assertEquals(Golden.won(test, "payable"), slip.payable());
        });
    }

    @TestFactory
    Stream<DynamicTest> plans() {
        return Golden.cases("plans.yaml", test -> {
            List<PaymentPlan.FundResult> funds = new ArrayList<>();
            for (JsonNode fund : test.required("funds")) {
                Settlement settlement = new Settlement(
                        Fund.valueOf(fund.get(0).asText()),
                        Golden.won(fund.get(1)),
                        Golden.won(fund.get(2)),
                        Golden.won(fund.get(3)));
                funds.add(new PaymentPlan.FundResult(settlement, Golden.won(fund.get(4))));
            }
            PaymentPlan plan = PaymentPlan.of(
                    Insurance.valueOf(test.required("insurance").asText()),
                    PaymentMethod.valueOf(test.required("method").asText()),
                    Law2022.IN_TIME,
                    funds,
                    law);
            List<PaymentPeriod> periods = plan.periods();
            assertEquals(
                    Golden.wons(test.required("confirmed_additional")),
                    periods.stream().map(PaymentPeriod::confirmedAdditional).toList());
            assertEquals(
                    Golden.wons(test.required("estimate")),
                    periods.stream().map(PaymentPeriod::estimate).toList());
            assertEquals(
                    Golden.wons(test.required("discount")),
                    periods.stream().map(PaymentPeriod::lumpSumDiscount).toList());
            assertEquals(Golden.won(test, "e_filing"), periods.getFirst().eFilingReduction());
            assertEquals(
                    Golden.wons(test.required("payable")),
                    periods.stream().map(PaymentPeriod::payable).toList());
            assertEquals(Golden.won(test, "refund"), plan.refund());
        });
    }

    @TestFactory
    Stream<DynamicTest> statementBases() {
        return Golden.cases("statement-bases.yaml", test -> {
            StatementBases bases = StatementBases.of(
                    Golden.won(test, "office"),
                    Golden.won(test, "site_staff"),
                    Golden.won(test, "works"),
                    Golden.won(test, "rental"),
                    Golden.won(test, "prime"),
                    Golden.won(test, "all"));
            assertEquals(
                    Golden.wons(test.required("accident")), List.of(bases.accidentHq(), bases.accidentCollective()));
            assertEquals(
                    Golden.wons(test.required("employment")),
                    List.of(bases.employmentHq(), bases.employmentCollective()));
        });
    }

    @TestFactory
    Stream<DynamicTest> carryOver() {
        return Golden.cases("carry-over.yaml", test -> {
            CarryOver rule = new CarryOver(
                    "ia.estimated",
                    Optional.of(Golden.won(test, "confirmed")),
                    Golden.won(test, "expected"),
                    law.the(ReturnTerm.CARRY_OVER_LOWER_BOUND),
                    law.the(ReturnTerm.CARRY_OVER_UPPER_BOUND));
            assertEquals(CarryOver.Outcome.valueOf(test.required("outcome").asText()), rule.outcome());
            assertEquals(Golden.won(test, "base"), rule.base());
            assertEquals(rule.base(), rule.trace().result());
        });
    }

    @TestFactory
    Stream<DynamicTest> splits() {
        return Golden.cases("splits.yaml", test -> {
            LocalDate established = LocalDate.parse(test.required("established").asText());
            YearRates rates = Law2022.of(WorkplaceKind.CONSTRUCTION_COLLECTIVE, established)
                    .estimated()
                    .orElseThrow();
            Won base = Golden.won(test, "base");
            YearPremium premium = YearPremium.of(
                    YearPremium.Stage.ESTIMATED,
                    rates,
                    row -> row == ReturnRow.UNEMPLOYMENT ? base : Won.ZERO,
                    row -> List.of());
            List<PremiumLine> lines = premium.lines().stream()
                    .filter(line -> line.row() == ReturnRow.UNEMPLOYMENT)
                    .toList();
            assertEquals(
                    Golden.wons(test.required("parts")),
                    lines.stream().map(PremiumLine::base).toList());
            assertEquals(
                    Golden.wons(test.required("premiums")),
                    lines.stream().map(PremiumLine::amount).toList());
        });
    }

    @TestFactory
    Stream<DynamicTest> wholeReturns() {
        return Golden.cases("returns.yaml", test -> {
            Map<Fund, ReturnContent.PreviousEstimate> previous = new EnumMap<>(Fund.class);
            test.required("previous")
                    .forEach(row -> previous.put(
                            Fund.valueOf(row.get(0).asText()),
                            new ReturnContent.PreviousEstimate(Golden.won(row.get(1)), Golden.won(row.get(2)))));
            PaymentMethod method = PaymentMethod.valueOf(test.required("method").asText());
            ReturnContent content = new ReturnContent(
                    2021,
                    Optional.of(remuneration(test.required("confirmed"))),
                    previous,
                    Optional.of(remuneration(test.required("estimated"))),
                    Optional.empty(),
                    Map.of(Insurance.IA, method, Insurance.EI, method),
                    Optional.empty());
            Assessment assessment = Assessment.of(
                    content,
                    Law2022.workplace(
                            WorkplaceKind.valueOf(test.required("kind").asText()), Law2022.LONG_AGO),
                    Law2022.IN_TIME,
                    Law2022.LAW);
            assertEquals(List.of(), assessment.violations());
            ReturnCalculation result = assessment.result().orElseThrow().calculation();
            for (Insurance insurance : Insurance.values()) {
                PaymentPlan plan = result.plan(insurance);
                Map<String, Won> sums = new HashMap<>();
                sums.put("confirmed_premium", result.confirmed().orElseThrow().of(insurance));
                sums.put("estimated_premium", result.estimated().orElseThrow().of(insurance));
                sums.put("additional", sum(plan, Settlement::additional));
                sums.put("arrears", sum(plan, Settlement::arrears));
                sums.put("refund", plan.refund());
                sums.forEach((name, won) ->
                        assertEquals(Golden.won(test.required(name).required(insurance.name())), won, name));
                assertEquals(
                        Golden.wons(test.required("payable").required(insurance.name())),
                        plan.periods().stream().map(PaymentPeriod::payable).toList());
            }
        });
    }

    private static Won sum(PaymentPlan plan, java.util.function.Function<Settlement, Won> figure) {
        return Won.sum(plan.funds().stream()
                .map(fund -> figure.apply(fund.settlement()))
                .toList());
    }

    private static Remuneration remuneration(JsonNode rows) {
        return new Remuneration(
                Golden.won(rows.get(0)),
                Golden.won(rows.get(1)),
                Won.ZERO,
                Golden.won(rows.get(2)),
                Golden.won(rows.get(3)),
                Map.of());
    }

    private static void misprint(JsonNode test, Won right) {
        if (test.has("source_prints")) {
            assertNotEquals(Golden.won(test, "source_prints"), right);
        }
    }

    private static AppliedParameter perMille(String figure) {
        return new AppliedParameter(
                "part",
                LawValue.Unit.PER_MILLE,
                "§14",
                new BigDecimal(figure),
                LocalDate.EPOCH,
                LawValue.Standing.OFFICIAL,
                new LawValue.Source("golden case", "rate"));
    }
}
