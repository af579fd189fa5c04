package kr.gosan.premium.workplace;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.law.Workplace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was decided for one workplace, and what became of it, in the returns it files. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class WorkplaceTermsTest {

    @Inject
    WorkplaceTerms terms;

    @Inject
    Workplaces workplaces;

    private TestCompany company;

    @BeforeEach
    void aCompany() {
        company = TestCompany.inMarch2022();
    }

    @Test
    void nothingIsDecidedForAWorkplaceAtFirst() {
        Workplace facts = facts();
        assertTrue(facts.experienceRates().isEmpty());
        assertEquals(Optional.empty(), facts.wageClaimReducedFrom());
        assertEquals(Optional.empty(), facts.extinctOn());
        assertFalse(facts.mandated());
    }

    @Test
    void anExperienceRateTakesThePlaceOfTheIndustryRateAndTheLastDecisionHolds() {
        QuarkusTransaction.requiringNew().run(() -> {
            terms.experienceRate(company.workplace, 2021, new BigDecimal("30"), "first");
            terms.experienceRate(company.workplace, 2021, new BigDecimal("28.8"), "second");
            terms.experienceRate(company.workplace, 2022, new BigDecimal("41.4"), "third");
        });
        JsonNode filed = TestReturns.tree(company.file(company.content()).asString());
        assertEquals("30.43", rate(filed, "confirmed"));
        assertEquals("43.03", rate(filed, "estimated"));
        JsonNode law = TestReturns.tree(company.request()
                .get("/premium/v1/returns/" + filed.path("id").asText() + "/trace")
                .asString());
        assertTrue(law.toString().contains("second"), "the trace names the decision");
        assertFalse(law.toString().contains("first"));
    }

    @Test
    void aPensionReducesTheWageClaimLevyFromItsDayOn() {
        QuarkusTransaction.requiringNew().run(() -> {
            terms.reduceWageClaim(company.workplace, LocalDate.of(2022, 1, 1), "first");
            terms.reduceWageClaim(company.workplace, LocalDate.of(2022, 7, 1), "second");
        });
        JsonNode filed = TestReturns.tree(company.file(company.content()).asString());
        assertEquals("37.63", rate(filed, "confirmed"));
        assertEquals("37.33", rate(filed, "estimated"));
    }

    @Test
    void anExtinctWorkplaceFilesAtOnceAndItsEventHasNoEstimate() {
        company.on("2022-05-20");
        TestKafka.send(
                TestKafka.topic("coverage"),
                company.workplace.digits(),
                TestKafka.event(
                        UUID.randomUUID().toString(),
                        "coverage",
                        Workplaces.EXTINGUISHED,
                        company.workplace.digits(),
                        "{\"managementNo\":\"%s\",\"extinctOn\":\"2022-05-10\",\"reason\":\"BUSINESS_ENDED\"}"
                                .formatted(company.workplace.digits())));
        await().atMost(Duration.ofSeconds(20)).until(() -> facts().extinctOn().isPresent());
        ObjectNode content = company.content();
        content.put("insuranceYear", 2022).remove("estimated");
        JsonNode filed = TestReturns.tree(company.file(content).asString());
        assertEquals("FILED", filed.path("state").asText(), filed.toString());
        JsonNode calculation = filed.path("calculation");
        assertEquals("2022-06-09", calculation.path("dueDate").asText());
        assertEquals("2022-05-10", calculation.at("/workplace/extinctOn").asText());
        assertEquals(
                "2022-05-09",
                calculation.at("/insurances/0/confirmed/lines/0/to").asText());
        assertFalse(calculation.at("/insurances/0").has("estimated"));
        JsonNode published = TestKafka.await(
                        TestKafka.topic("premium"),
                        company.workplace.digits(),
                        1,
                        event -> event.path("type").asText().equals("kr.gosan.premium.return-filed.v1"))
                .getFirst();
        PublishedEvents.assertFits(published);
        for (JsonNode insurance : published.at("/data/insurances")) {
            assertEquals("LUMP_SUM", insurance.path("paymentMethod").asText());
            assertEquals(1, insurance.path("periods").size());
            assertEquals(0, insurance.at("/periods/0/estimate").asLong());
            assertEquals("2022-06-09", insurance.path("statutoryDueDate").asText());
        }
    }

    private static String rate(JsonNode filed, String part) {
        return filed.at("/calculation/insurances/0/" + part + "/lines/0/ratePerMille")
                .asText();
    }

    private Workplace facts() {
        return QuarkusTransaction.requiringNew()
                .call(() -> terms.of(workplaces.find(company.workplace).orElseThrow()));
    }
}
