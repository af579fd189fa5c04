package kr.gosan.coverage.insured;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.gosan.coverage.testing.Company;
import kr.gosan.coverage.testing.Rows;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.crypto.FieldCipher;
import kr.gosan.platform.crypto.PersonIndex;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class AcquisitionReportTest {

    @Inject
    Rows rows;

    @Inject
    PersonIndex index;

    @Inject
    FieldCipher cipher;

    private final ResidentNumber worker = TestNumbers.resident();
    private Company company;

    @BeforeEach
    void establish() {
        company = Company.established();
    }

    @Test
    void theExampleOfTheDescriptionIsAcceptedWithAReceipt() {
        var accepted = company.acquire(worker, report -> {});
        accepted.then()
                .statusCode(201)
                .header("Location", equalTo(company.path("/insured-persons/" + accepted.path("filing.personId"))))
                .body("filing.residentNumber", equalTo(worker.toString()))
                .body("filing.acquiredOn", equalTo("2022-03-02"))
                .body("filing.monthlyRemuneration", equalTo(3_200_000))
                .body("filing.unemploymentInsured", equalTo(true))
                .body("filing.timeliness.filedOn", equalTo("2022-06-30"))
                .body("filing.timeliness.deadline", equalTo("2022-04-15"))
                .body("filing.timeliness.daysLate", equalTo(76))
                .body("receipt.filingType", equalTo("insured-status-acquisition"))
                .body("receipt.acceptedAt", org.hamcrest.Matchers.startsWith("2022-06-30T"))
                .body("warnings", hasSize(0));
        assertEquals(1, rows.count("audit", "subject_id", accepted.path("filing.filingId")));
    }

    @Test
    void theEventFitsItsSchemaAndNamesNobody() {
        String person = company.hired(worker, "2022-06-02");
        JsonNode event = TestKafka.await(
                        TestKafka.topic("coverage"),
                        company.collective,
                        1,
                        message -> message.path("type").asText().equals(ReportAcquisition.ACQUIRED))
                .getFirst();
        PublishedEvents.assertFits(event);
        PublishedEvents.assertFits(PublishedEvents.exampleTree(ReportAcquisition.ACQUIRED));
        assertEquals(person, event.at("/data/personId").asText());
        assertEquals("2022-06-02", event.at("/data/acquiredOn").asText());
    }

    @Test
    void onePersonPerResidentNumberEncryptedAndBoundToTheRow() {
        String person = company.hired(worker, "2022-06-02");
        Company other = Company.established();
        assertEquals(person, other.hired(worker, "2022-06-02"));
        Object[] row = (Object[])
                rows.one("select person_key, resident_number from person where id = ?1", UUID.fromString(person));
        assertEquals(index.of(worker), row[0]);
        byte[] stored = (byte[]) row[1];
        assertEquals(worker.digits(), cipher.decrypt(stored, "person:" + person));
        assertThrows(IllegalStateException.class, () -> cipher.decrypt(stored, "person:" + UUID.randomUUID()));
        assertEquals(-1, new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(worker.digits()));
    }

    @Test
    void whoIsInsuredElsewhereIsTakenWithAWarning() {
        Company.established().hired(worker, "2022-06-02");
        company.acquire(worker, "2022-06-03").then().statusCode(201).body("warnings", contains("insured-elsewhere"));
    }

    @Test
    void allThatTheLawSaysAgainstItIsToldAtOnce() {
        company.hired(worker, "2022-06-02");
        company.acquire(worker, report -> report.put("acquiredOn", "2021-01-03").put("contractEndsOn", "2021-01-02"))
                .then()
                .statusCode(422)
                .body("code", equalTo("acquisition-refused"))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "before-establishment", "contract-ends-before-it-begins", "already-insured-here"))
                .body("errors.pointer", containsInAnyOrder("/acquiredOn", "/contractEndsOn", "/residentNumber"));
    }

    @Test
    void refusalsSpeakKoreanToo() {
        given().header("Authorization", "Bearer " + company.token())
                .header("Idempotency-Key", Company.newKey())
                .header("Accept-Language", "ko")
                .contentType("application/json")
                .body(Company.acquisition(worker, report -> report.put("acquiredOn", "2022-07-01")))
                .post(company.path("/acquisitions"))
                .then()
                .statusCode(422)
                .body("title", equalTo("이 내용으로는 자격취득 신고를 접수할 수 없습니다."))
                .body("errors.message", contains("오늘(2022-06-30) 이후일 수 없습니다."));
    }

    @Test
    void theSameWorkerTwiceAtTheSameInstantIsHiredOnce() {
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> company.acquire(worker, "2022-06-02").statusCode())
                .sorted()
                .toList();
        assertEquals(List.of(201, 422, 422, 422, 422, 422, 422, 422), statuses);
        assertEquals(1, rows.count("insured_period", "management_no", company.collective));
        assertEquals(1, rows.count("person", "person_key", index.of(worker)));
    }

    @Test
    void manyWorkplacesMayHireOneNewPersonAtTheSameInstant() {
        List<Company> companies = Stream.generate(Company::established).limit(4).toList();
        List<String> persons = companies.parallelStream()
                .map(each -> each.hired(worker, "2022-06-02"))
                .distinct()
                .toList();
        assertEquals(1, persons.size());
        assertEquals(1, rows.count("person", "person_key", index.of(worker)));
        assertEquals(
                4L,
                rows.one(
                        "select count(*) from insured_period where person_id = ?1",
                        UUID.fromString(persons.getFirst())));
    }

    @Test
    void theDatabaseItselfKeepsPeriodsApart() {
        String person = company.hired(worker, "2022-06-02");
        String twin =
                "insert into insured_period select gen_random_uuid(), management_no, person_id, name, date '2022-06-10',"
                        + " occupation_code, monthly_remuneration, weekly_hours, contract_ends_on, unemployment_insured,"
                        + " (select id from filing where management_no = ?1 and kind = 'WORKPLACE_ESTABLISHMENT')"
                        + " from insured_period where management_no = ?1 returning id";
        Exception refused = assertThrows(Exception.class, () -> rows.all(twin, company.collective));
        assertEquals(true, causes(refused).contains("insured_period_no_overlap"), causes(refused));
        assertEquals(1, rows.count("insured_period", "management_no", company.collective), person);
    }

    @Test
    void aRetryGetsTheSameAnswerAndAnotherBodyNone() {
        String key = Company.newKey();
        String body = Company.acquisition(worker, report -> {});
        var first = company.post(company.path("/acquisitions"), key, body);
        var again = company.post(company.path("/acquisitions"), key, " " + body);
        assertEquals(201, again.statusCode());
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        // the masked numbers of both are alike; the bodies are not
        ResidentNumber similar = ResidentNumber.of(
                worker.digits().substring(0, 12) + (worker.digits().charAt(12) == '0' ? '1' : '0'));
        company.post(company.path("/acquisitions"), key, Company.acquisition(similar, report -> {}))
                .then()
                .statusCode(409)
                .body("code", equalTo("idempotency-key-reused"));
        assertEquals(1, rows.count("receipt", "management_no", company.collective) - 1);
    }

    @Test
    void twoThreadsWithOneKeyFileOnce() {
        String key = Company.newKey();
        String body = Company.acquisition(worker, report -> {});
        List<String> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> company.post(company.path("/acquisitions"), key, body))
                .map(answer -> answer.statusCode() + answer.asString())
                .distinct()
                .toList();
        assertEquals(1, answers.size(), answers::toString);
        assertEquals("201", answers.getFirst().substring(0, 3));
        assertEquals(1, rows.count("insured_period", "management_no", company.collective));
    }

    @Test
    void aDryRunTellsTheSameAndStoresNothing() {
        long before = rows.about(company.collective);
        company.post(company.path("/acquisitions?dryRun=true"), null, Company.acquisition(worker, report -> {}))
                .then()
                .statusCode(200)
                .body("filing.timeliness.daysLate", equalTo(76))
                .body("filing.personId", nullValue())
                .body("receipt", nullValue());
        assertEquals(before, rows.about(company.collective));
        assertEquals(0, rows.count("person", "person_key", index.of(worker)));
        company.post(
                        company.path("/acquisitions?dryRun=yes"),
                        Company.newKey(),
                        Company.acquisition(worker, report -> {}))
                .then()
                .statusCode(400);
        assertEquals(before, rows.about(company.collective));
    }

    @Test
    void aRefusedReportLeavesNoTraceAndFreesItsKey() {
        long before = rows.about(company.collective);
        String key = Company.newKey();
        company.post(
                        company.path("/acquisitions"),
                        key,
                        Company.acquisition(worker, report -> report.put("acquiredOn", "2022-07-01")))
                .then()
                .statusCode(422);
        assertEquals(before, rows.about(company.collective));
        assertEquals(0, rows.count("person", "person_key", index.of(worker)));
        assertEquals(
                201,
                company.post(company.path("/acquisitions"), key, Company.acquisition(worker, report -> {}))
                        .statusCode());
        assertNotEquals(before, rows.about(company.collective));
    }

    private static String causes(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage()).append('\n');
        }
        return text.toString();
    }
}
