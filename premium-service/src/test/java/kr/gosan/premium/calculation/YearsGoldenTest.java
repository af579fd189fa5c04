package kr.gosan.premium.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawValue;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.RowsNeeded;
import kr.gosan.premium.law.Schedule;
import kr.gosan.premium.law.Workplace;
import kr.gosan.premium.law.YearRates;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The years 2018 to 2026, every kind of workplace, and what may happen to one. */
class YearsGoldenTest {

    @TestFactory
    Stream<DynamicTest> wholeReturns() {
        return Golden.cases("years.yaml", test -> {
            Assessment assessment = Assessment.of(
                    content(test), workplace(test.required("workplace")), date(test, "filed_on"), Law2022.LAW);
            assertEquals(List.of(), assessment.violations());
            Assessment.Result result = assessment.result().orElseThrow();
            assertEquals(date(test, "due"), result.law().schedule().statutoryDueDate());
            for (Insurance insurance : Insurance.values()) {
                PaymentPlan plan = result.calculation().plan(insurance);
                Optional<Won> confirmed = result.calculation().confirmed().map(year -> year.of(insurance));
                assertEquals(
                        Optional.ofNullable(test.get("confirmed_premium"))
                                .map(each -> Golden.won(each.required(insurance.name()))),
                        confirmed);
                assertEquals(
                        Golden.won(test.required("estimated_premium").required(insurance.name())), plan.estimate());
                assertEquals(
                        Golden.wons(test.required("payable").required(insurance.name())),
                        plan.periods().stream().map(PaymentPeriod::payable).toList());
                assertEquals(Golden.won(test.required("refund").required(insurance.name())), plan.refund());
            }
        });
    }

    /** Each year as the estimate of the return before it, and as the confirmed year of its own: both must agree. */
    @TestFactory
    Stream<DynamicTest> rates() {
        return Golden.cases("rates.yaml", test -> {
            int year = test.required("year").intValue();
            ReturnRow row = ReturnRow.valueOf(test.required("row").asText());
            Workplace workplace = workplace(test);
            Set<ReturnRow> needed = Set.of(row);
            if (year > 2018) {
                expectRates(
                        test,
                        Law2022.LAW.forReturn(year - 1, workplace, new RowsNeeded(Set.of(), needed)),
                        law -> law.estimated().orElseThrow());
            }
            if (year < 2026) {
                expectRates(
                        test,
                        Law2022.LAW.forReturn(year, workplace, new RowsNeeded(needed, Set.of())),
                        law -> law.confirmed().orElseThrow());
            }
        });
    }

    private static void expectRates(
            JsonNode test, PremiumLaw.Answer answer, java.util.function.Function<ReturnLaw, YearRates> year) {
        List<String> found = switch (answer) {
            case PremiumLaw.Answer.Known known ->
                year
                        .apply(known.law())
                        .of(ReturnRow.valueOf(test.required("row").asText()))
                        .stream()
                        .map(period -> period.from() + "/" + period.to() + " "
                                + period.rate().total())
                        .toList();
            case PremiumLaw.Answer.Unknown unknown ->
                unknown.refusals().stream()
                        .filter(refusal -> refusal.reason() == LookUp.Reason.FIGURE_UNKNOWN)
                        .map(LookUp.Refused::parameterId)
                        .distinct()
                        .toList();
        };
        assertEquals(texts(test.has("rates") ? test.get("rates") : test.required("unknown")), found);
    }

    @TestFactory
    Stream<DynamicTest> dueDates() {
        return Golden.cases("due-dates.yaml", test -> {
            Workplace workplace = workplace(test);
            PremiumLaw.Answer answer = Law2022.LAW.forReturn(
                    test.required("year").intValue(), workplace, new RowsNeeded(Set.of(), Set.of()));
            Schedule schedule = ((PremiumLaw.Answer.Known) answer).law().schedule();
            assertEquals(date(test, "due"), schedule.statutoryDueDate());
            assertEquals(date(test, "extended"), schedule.dueDate());
            assertEquals(
                    test.required("instalments").intValue(),
                    schedule.instalments().size());
            assertEquals(
                    Optional.ofNullable(test.get("barred")).map(JsonNode::asText),
                    schedule.barred().map(Enum::name));
        });
    }

    private static ReturnContent content(JsonNode test) {
        Map<Fund, ReturnContent.PreviousEstimate> previous = new EnumMap<>(Fund.class);
        test.path("previous")
                .forEach(row -> previous.put(
                        Fund.valueOf(row.get(0).asText()),
                        new ReturnContent.PreviousEstimate(Golden.won(row.get(1)), Golden.won(row.get(2)))));
        PaymentMethod method = PaymentMethod.valueOf(test.required("method").asText());
        return new ReturnContent(
                test.required("year").intValue(),
                Optional.ofNullable(test.get("confirmed")).map(YearsGoldenTest::bases),
                previous,
                Optional.ofNullable(test.get("estimated")).map(YearsGoldenTest::bases),
                Optional.empty(),
                Map.of(Insurance.IA, method, Insurance.EI, method),
                Optional.empty());
    }

    private static Remuneration bases(JsonNode rows) {
        return new Remuneration(
                Golden.won(rows.get(0)),
                Golden.won(rows.get(1)),
                Golden.won(rows.get(2)),
                Golden.won(rows.get(3)),
                Golden.won(rows.get(4)),
                Map.of());
    }

    private static Workplace workplace(JsonNode facts) {
        Map<Integer, AppliedParameter> experience = new HashMap<>();
        if (facts.path("experience").isTextual()) {
            int year = facts.required("year").intValue();
            experience.put(year, experience(year, facts.get("experience").asText()));
        }
        facts.path("experience").fields().forEachRemaining(each -> {
            int year = Integer.parseInt(each.getKey());
            experience.put(year, experience(year, each.getValue().asText()));
        });
        return new Workplace(
                WorkplaceKind.valueOf(facts.required("kind").asText()),
                EmployeeScale.valueOf(facts.path("scale").asText("UNDER_150")),
                EmployerKind.CORPORATION,
                LocalDate.parse(facts.path("established").asText("2015-05-01")),
                optional(facts, "works_end"),
                optional(facts, "extinct"),
                facts.path("mandated").asBoolean(),
                experience,
                optional(facts, "pension_from"));
    }

    private static AppliedParameter experience(int year, String perMille) {
        return new AppliedParameter(
                "accident.experience-rate",
                LawValue.Unit.PER_MILLE,
                "보험료징수법 §15②",
                new BigDecimal(perMille),
                LocalDate.of(year, 1, 1),
                LawValue.Standing.OFFICIAL,
                new LawValue.Source("개별실적요율 결정", "golden case"));
    }

    private static Optional<LocalDate> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(day -> LocalDate.parse(day.asText()));
    }

    private static LocalDate date(JsonNode node, String field) {
        return LocalDate.parse(node.required(field).asText());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
