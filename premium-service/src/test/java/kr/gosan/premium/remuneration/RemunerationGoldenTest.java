package kr.gosan.premium.remuneration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.calculation.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Form 10714 against the filing guide. */
class RemunerationGoldenTest {

    @TestFactory
    Stream<DynamicTest> statements() {
        return Golden.cases("statement-remuneration.yaml", test -> {
            StatementRemuneration result = Accounts.known(accounts(test));
            assertEquals(
                    Golden.wons(test.required("lines")),
                    result.lines().stream().map(CountedLine::remuneration).toList());
            assertEquals(
                    Golden.wons(test.required("sums")), List.of(result.office(), result.siteStaff(), result.works()));
            bases(test.required("head_office"), result.headOffice());
            bases(test.required("collective"), result.collective());
        });
    }

    @TestFactory
    Stream<DynamicTest> equipment() {
        return Golden.cases("equipment-remuneration.yaml", test -> {
            List<EquipmentService> services = new ArrayList<>();
            test.required("services")
                    .forEach(each -> services.add(new EquipmentService(
                            LocalDate.parse(each.get(0).asText()),
                            LocalDate.parse(each.get(1).asText()),
                            each.get(2).asInt())));
            EquipmentRemuneration result = Accounts.equipment(services);
            assertEquals(
                    Golden.wons(test.required("months")),
                    result.months().stream()
                            .map(EquipmentRemuneration.Share::remuneration)
                            .toList());
            List<EquipmentRemuneration.Period> periods = result.periods(2021, Accounts.LAW);
            assertEquals(
                    Golden.wons(test.required("periods")),
                    periods.stream()
                            .map(EquipmentRemuneration.Period::remuneration)
                            .toList());
            assertEquals(LocalDate.of(2021, 7, 1), periods.getLast().from());
            assertFalse(result.trace().isEmpty());
        });
    }

    private static void bases(JsonNode expected, StatementRemuneration.Bases bases) {
        assertEquals(Golden.won(expected, "general"), bases.general());
        assertEquals(Golden.won(expected, "unemployment"), bases.unemployment());
        assertEquals(Golden.won(expected, "stability"), bases.stability());
        assertEquals(expected.has("overseas") ? Golden.won(expected, "overseas") : Won.ZERO, bases.overseas());
        assertEquals(Won.ZERO, bases.equipment());
    }

    private static YearlyAccounts accounts(JsonNode test) {
        List<AccountLine> lines = new ArrayList<>();
        test.required("accounts").forEach(each -> lines.add(line(each)));
        List<YearlyAccounts.Subcontract> subcontracts = new ArrayList<>();
        test.path("subcontracts")
                .forEach(each -> subcontracts.add(new YearlyAccounts.Subcontract(
                        Golden.won(each.get(0)),
                        each.get(1).isNull() ? Optional.empty() : Optional.of(Golden.won(each.get(1))))));
        JsonNode revenue = test.path("revenue");
        JsonNode old = test.path("sixty_five");
        return new YearlyAccounts(
                2021,
                lines,
                revenue.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new WorksRevenue(
                                won(revenue, "own"),
                                won(revenue, "prime"),
                                won(revenue, "approvedSubcontract"),
                                won(revenue, "subcontract"))),
                subcontracts,
                Optional.empty(),
                List.of(),
                new YearlyAccounts.HiredAt65OrLater(
                        won(old, "office"), won(old, "siteStaff"), won(old, "siteWorkers")));
    }

    private static AccountLine line(JsonNode node) {
        JsonNode parts = node.path("parts");
        return new AccountLine(
                Account.valueOf(node.required("account").asText()),
                Golden.won(node, "total"),
                new AccountLine.Deductions(won(node, "chief"), null, null, won(node, "approved"), null),
                parts.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new AccountLine.Parts(
                                won(parts, "office"),
                                won(parts, "siteStaff"),
                                won(parts, "siteWorkers"),
                                won(parts, "outsourced"),
                                won(parts, "equipmentRental"),
                                won(parts, "overseas"))),
                null);
    }

    private static Won won(JsonNode node, String field) {
        return node.has(field) ? Golden.won(node, field) : null;
    }
}
