package kr.gosan.platform.workplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.event.CloudEvent;
import kr.gosan.platform.event.PoisonEvent;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The replica of workplaces, from their events in every order. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class WorkplacesTest {

    @Inject
    Workplaces workplaces;

    @Inject
    private final BusinessNumber business = TestNumbers.business();

    private final WorkplaceNumber number = TestNumbers.workplace(business, 1);
    private final String owner = UUID.randomUUID().toString();
    private final String agency = UUID.randomUUID().toString();
    private final String mandate = UUID.randomUUID().toString();

    private final CloudEvent established =
            event(Workplaces.ESTABLISHED, """
            {"managementNo":"%s","businessNumber":"%s","kind":"CONSTRUCTION_SINGLE","name":"울진 도로","employerKind":"CORPORATION",
             "employeeScale":"UNDER_150","establishedOn":"2022-03-02","ownerMemberId":"%s","worksEndOn":"2022-09-30",
             "district":"경상북도 울진군"}""".formatted(number.digits(), business.digits(), owner));
    private final CloudEvent extinguished = event(Workplaces.EXTINGUISHED, """
            {"managementNo":"%s","extinctOn":"2022-10-01","reason":"WORKS_COMPLETED"}""".formatted(number.digits()));
    private final CloudEvent given = given(mandate, agency, "2022-04-01");
    private final CloudEvent ended = ended(mandate, agency, "2022-08-01");

    @Test
    void anEstablishedWorkplaceIsItsEmployersAlone() {
        apply(established);
        KnownWorkplace workplace =
                read(() -> workplaces.grantedTo(owner, number).orElseThrow());
        assertEquals(WorkplaceKind.CONSTRUCTION_SINGLE, workplace.kind());
        assertEquals(LocalDate.of(2022, 9, 30), workplace.worksEndOn());
        assertEquals("경상북도 울진군", workplace.district());
        assertNull(workplace.extinctOn());
        assertNull(workplace.agencyMemberId());
        assertFalse(granted(agency));
    }

    @Test
    void aTransactionLivesOnOneDayUnlessItMovesTheClockItself() {
        apply(established);
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(Optional.empty(), workplaces.sandboxToday(number));
            apply(event(Workplaces.SANDBOX_CLOCK_SET, clockAt("2022-03-10")));
            assertEquals(Optional.empty(), workplaces.sandboxToday(number));
            workplaces.apply(event(Workplaces.SANDBOX_CLOCK_SET, clockAt("2022-03-11")));
            assertEquals(Optional.of(LocalDate.of(2022, 3, 11)), workplaces.sandboxToday(number));
        });
        assertEquals(Optional.of(LocalDate.of(2022, 3, 11)), read(() -> workplaces.sandboxToday(number)));
    }

    private String clockAt(String day) {
        return "{\"managementNo\":\"%s\",\"today\":\"%s\"}".formatted(number.digits(), day);
    }

    @Test
    void aMandatedAgencyMayActUntilTheMandateEnds() {
        apply(established, given);
        assertTrue(granted(agency));
        assertTrue(granted(owner));
        assertEquals(
                List.of(number),
                read(() -> workplaces.grantedTo(agency)).stream()
                        .map(KnownWorkplace::managementNo)
                        .toList());
        apply(ended);
        assertFalse(granted(agency));
        assertTrue(granted(owner));
        assertEquals(List.of(), read(() -> workplaces.grantedTo(agency)));
    }

    @Test
    void theWorkplacesOfAMemberComeInPagesByNumber() {
        apply(established, given);
        WorkplaceNumber second = TestNumbers.workplace(business, 2);
        apply(event(Workplaces.ESTABLISHED, established.data().toString().replace(number.digits(), second.digits())));
        assertEquals(List.of(number, second), numbers(owner, null, 2));
        assertEquals(List.of(number), numbers(owner, null, 1));
        assertEquals(List.of(second), numbers(owner, number, 2));
        assertEquals(List.of(), numbers(owner, second, 2));
        assertEquals(List.of(number), numbers(agency, null, 2));
    }

    @Test
    void anAgencyThatIsMandatedAgainMayActAgain() {
        apply(established, given, ended, given(UUID.randomUUID().toString(), agency, "2022-08-01"));
        assertTrue(granted(agency));
    }

    @Test
    void everyOrderAndEveryRepetitionLeadsToTheSameWorkplace() {
        apply(ended, extinguished, given, established, given, ended, established, extinguished);
        KnownWorkplace workplace = read(() -> workplaces.find(number).orElseThrow());
        assertEquals(LocalDate.of(2022, 10, 1), workplace.extinctOn());
        assertNull(workplace.agencyMemberId());
    }

    @Test
    void aRepeatedEstablishmentTakesNeitherExtinctionNorMandateAway() {
        apply(established, given, extinguished, established);
        KnownWorkplace workplace = read(() -> workplaces.find(number).orElseThrow());
        assertEquals(LocalDate.of(2022, 10, 1), workplace.extinctOn());
        assertEquals(agency, workplace.agencyMemberId());
    }

    @Test
    void theEndOfAnEarlierMandateLeavesTheLaterOneAlone() {
        String other = UUID.randomUUID().toString();
        apply(established, given(UUID.randomUUID().toString(), other, "2022-08-01"), given, ended);
        assertTrue(granted(other));
        assertFalse(granted(agency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandateId", "managementNo", "agencyMemberId", "from"})
    void aMandateWithoutWhatIdentifiesItIsPoison(String missing) {
        CloudEvent broken =
                event(Workplaces.MANDATE_GIVEN, given.data().toString().replace("\"" + missing + "\"", "\"x\""));
        assertThrows(PoisonEvent.class, () -> apply(broken));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Workplaces.ESTABLISHED,
                Workplaces.EXTINGUISHED,
                Workplaces.MANDATE_GIVEN,
                Workplaces.MANDATE_ENDED
            })
    void thePublishedExamplesAreUnderstood(String type) {
        apply(new CloudEvent(
                "1",
                "/gosan/coverage",
                type,
                "k",
                "c",
                PublishedEvents.exampleTree(type).path("data")));
    }

    private List<WorkplaceNumber> numbers(String memberId, WorkplaceNumber after, int count) {
        return read(() -> workplaces.grantedTo(memberId, after, count)).stream()
                .map(KnownWorkplace::managementNo)
                .toList();
    }

    private CloudEvent given(String mandateId, String agencyMemberId, String from) {
        return event(Workplaces.MANDATE_GIVEN, """
                {"mandateId":"%s","managementNo":"%s","agencyMemberId":"%s","agencyName":"한빛노무법인","from":"%s"}""".formatted(mandateId, number.digits(), agencyMemberId, from));
    }

    private CloudEvent ended(String mandateId, String agencyMemberId, String on) {
        return event(Workplaces.MANDATE_ENDED, """
                {"mandateId":"%s","managementNo":"%s","agencyMemberId":"%s","on":"%s"}""".formatted(mandateId, number.digits(), agencyMemberId, on));
    }

    private static CloudEvent event(String type, String data) {
        try {
            return new CloudEvent("1", "/gosan/coverage", type, "k", "c", new ObjectMapper().readTree(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void apply(CloudEvent... events) {
        for (CloudEvent event : events) {
            QuarkusTransaction.requiringNew().run(() -> workplaces.apply(event));
        }
    }

    private boolean granted(String memberId) {
        return read(() -> workplaces.grantedTo(memberId, number)).isPresent();
    }

    private static <T> T read(Supplier<T> read) {
        return QuarkusTransaction.requiringNew().call(read::get);
    }
}
