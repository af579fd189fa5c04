package kr.gosan.payment.notice;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.payment.suspense.Resolution.Way;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.event.CloudEvent;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Employers are told ahead of due dates, once for each mark, and of what changes. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class NoticesTest {

    @Inject
    ObjectMapper mapper;

    @Inject
    TellDueSoon tellDueSoon;

    @Inject
    Rows rows;

    @Inject
    RaiseNotice raise;

    @Inject
    EmployerNoticeStore store;

    @Inject
    SlipStore slipStore;

    @Inject
    Outbox outbox;

    @Inject
    NoticeConfig settings;

    @Inject
    Workplaces workplaces;

    @Inject
    GosanConfig config;

    private TestEmployer employer;
    private JsonPath slips;

    @BeforeEach
    void slipsAreIssuedAndDueOnMarch31() {
        employer = TestEmployer.known();
        FiledReturn filed = Filings.atOnce(employer.workplace);
        slips = employer.files(filed, 2, mapper);
    }

    @Test
    void eachMarkIsToldOnceAndNotBefore() {
        itIs("2022-03-21");
        tellDueSoon.run();
        assertEquals(0, dueSoon());
        itIs("2022-03-22");
        tellDueSoon.run();
        tellDueSoon.run();
        assertEquals(2, dueSoon(), "seven business days before March 31, for both slips");
        itIs("2022-03-30");
        tellDueSoon.run();
        tellDueSoon.run();
        assertEquals(4, dueSoon());
        itIs("2022-03-31");
        tellDueSoon.run();
        itIs("2022-04-01");
        tellDueSoon.run();
        assertEquals(4, dueSoon());
    }

    @Test
    void whoWasNotToldInTimeIsToldOfTheNearestOnly() {
        itIs("2022-03-31");
        tellDueSoon.run();
        tellDueSoon.run();
        assertEquals(2, dueSoon());
    }

    @Test
    void aSlipThatCannotBeLookedAtKeepsNoOtherWaiting() {
        TestEmployer broken = employer;
        slipsAreIssuedAndDueOnMarch31();
        itIs("2022-03-30");
        WorkplaceClock failing = new WorkplaceClock(workplaces, config) {
            @Override
            public LocalDate today(WorkplaceNumber workplace) {
                if (workplace.equals(broken.workplace)) {
                    throw new IllegalStateException("a slip that nobody can look at");
                }
                return super.today(workplace);
            }
        };
        broken.livesOn(LocalDate.parse("2022-03-30"));
        new TellDueSoon(store, slipStore, outbox, failing, settings).run();
        assertEquals(2, dueSoon());
    }

    @Test
    void aPaidSlipIsNotTold() {
        pays();
        itIs("2022-03-30");
        tellDueSoon.run();
        assertEquals(1, dueSoon());
    }

    @Test
    void whatIsToldFitsItsSchemaAndReachesEmployerAndAgency() {
        String agency = UUID.randomUUID().toString();
        employer.tell("coverage", Workplaces.MANDATE_GIVEN, UUID.randomUUID().toString(), """
                {"mandateId":"%s","managementNo":"%s","agencyMemberId":"%s","agencyName":"고산대행","from":"2022-01-01"}""".formatted(
                        UUID.randomUUID(), employer.workplace.digits(), agency));
        await().until(() ->
                rows.number("select count(*) from workplace_mandate where agency_member_id = ?", agency) == 1);
        itIs("2022-03-30");
        tellDueSoon.run();
        JsonNode soon = events("payment-due-soon", 2).getFirst();
        PublishedEvents.assertFits(soon);
        assertEquals(1, soon.at("/data/businessDaysLeft").asInt());
        JsonNode raised = events("notice-raised", 4).stream()
                .filter(event -> event.at("/data/kind").asText().equals("DUE_SOON"))
                .findFirst()
                .orElseThrow();
        PublishedEvents.assertFits(raised);
        assertEquals(employer.memberId, raised.at("/data/recipients/0/memberId").asText());
        assertEquals(agency, raised.at("/data/recipients/1/memberId").asText());
        for (String type : List.of(PaymentDueSoon.TYPE, NoticeRaised.TYPE)) {
            PublishedEvents.assertFits(PublishedEvents.exampleTree(type));
        }
    }

    @Test
    void everythingThatChangesIsToldInWords() {
        pays();
        await().until(() -> notices().getList("items").size() == 3);
        assertEquals(
                List.of("PAYMENT_RECEIVED", "SLIP_ISSUED", "SLIP_ISSUED"),
                notices().getList("items.kind"));
        assertEquals(slips.getLong("items[0].payable"), notices().getLong("items[0].amount"), "the newest comes first");
        assertEquals(
                true,
                notices().getString("items[0].text").contains("were received"),
                notices().getString("items"));
    }

    @Test
    void everyKindHasItsWordsInBothLanguages() {
        for (NoticeKind kind : NoticeKind.values()) {
            for (String language : List.of("ko", "en")) {
                assertNotEquals(
                        null,
                        java.util.ResourceBundle.getBundle(
                                        "problems/payment", java.util.Locale.forLanguageTag(language))
                                .getString(kind.textKey("RETURN")));
            }
        }
    }

    @Test
    void everyWayOfSuspendedMoneyHasItsWordsInBothLanguages() {
        for (Way way : Way.values()) {
            for (String language : List.of("ko", "en")) {
                assertFalse(java.util.ResourceBundle.getBundle(
                                "problems/payment", java.util.Locale.forLanguageTag(language))
                        .getString(NoticeKind.SUSPENSE_RESOLVED.textKey(way.name()))
                        .isBlank());
            }
        }
    }

    /** What is published about a workplace is told to its employer, or there is a reason why not. */
    @Test
    void everyEventAboutAWorkplaceIsToldOrHasAReasonWhyNot() throws IOException {
        Map<String, String> untold =
                Map.of("kr.gosan.payment.notice-raised.v1", "it is what tells employers, and follows from the others");
        Set<String> told = Stream.of(NoticeKind.values()).map(NoticeKind::event).collect(Collectors.toSet());
        Set<String> published = new TreeSet<>();
        try (Stream<Path> files = Files.list(docs())) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("kr.gosan.payment.") && name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .filter(type ->
                            PublishedEvents.exampleTree(type).at("/data").has("managementNo"))
                    .forEach(published::add);
        }
        published.removeAll(untold.keySet());
        assertEquals(published, new TreeSet<>(told));
    }

    private static Path docs() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("docs/events"))) {
            directory = directory.getParent();
        }
        return directory.resolve("docs/events");
    }

    @Test
    void ofMoneyThatIsNobodysYetNobodyIsTold() {
        ObjectNode data = PublishedEvents.exampleTree(NoticeKind.MONEY_SUSPENDED.event())
                .path("data")
                .deepCopy();
        data.remove(List.of("managementNo", "slipId", "insurance"));
        String id = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> raise.on(new CloudEvent(
                        id,
                        "/gosan/payment",
                        NoticeKind.MONEY_SUSPENDED.event(),
                        data.path("noticeId").asText(),
                        null,
                        data)));
        assertEquals(0, rows.number("select count(*) from employer_notice where about = ?", id));
        assertEquals(0, rows.number("select count(*) from waiting_notice where event_id = ?", id));
    }

    @Test
    void whatHappensBeforeTheWorkplaceIsKnownIsToldOnceItIs() {
        TestEmployer late = new TestEmployer();
        String slip = UUID.randomUUID().toString();
        for (NoticeKind kind : List.of(NoticeKind.SLIP_ISSUED, NoticeKind.PAYMENT_RECEIVED)) {
            ObjectNode data =
                    PublishedEvents.exampleTree(kind.event()).path("data").deepCopy();
            data.remove("replaces");
            data.put("slipId", slip);
            QuarkusTransaction.requiringNew()
                    .run(() -> raise.on(new CloudEvent(
                            UUID.randomUUID().toString(),
                            "/gosan/payment",
                            kind.event(),
                            late.workplace.digits(),
                            null,
                            data)));
        }
        late.establish();
        await().until(() ->
                rows.number("select count(*) from employer_notice where management_no = ?", late.workplace.digits())
                        == 2);
        assertEquals(
                List.of("PAYMENT_RECEIVED", "SLIP_ISSUED"),
                late.reads("/payment/v1/notices").getList("items.kind"));
        assertEquals(
                0, rows.number("select count(*) from waiting_notice where management_no = ?", late.workplace.digits()));
    }

    @Test
    void everyEventThatIsToldRaisesItsNoticeWithItsFigures() {
        Map<NoticeKind, String> words = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            ObjectNode data =
                    PublishedEvents.exampleTree(kind.event()).path("data").deepCopy();
            data.remove(List.of("replaces", "replacedBy"));
            if (kind == NoticeKind.SLIP_REPLACED) {
                data.put("replaces", UUID.randomUUID().toString());
            }
            QuarkusTransaction.requiringNew()
                    .run(() -> raise.on(new CloudEvent(
                            UUID.randomUUID().toString(),
                            "/gosan/payment",
                            kind.event(),
                            employer.workplace.digits(),
                            null,
                            data)));
            JsonPath newest = notices();
            assertEquals(kind.name(), newest.getString("items[0].kind"));
            words.put(
                    kind,
                    newest.getString("items[0].amount") + " " + newest.getString("items[0].day") + " "
                            + newest.getString("items[0].text"));
        }
        assertEquals(
                "564970 2022-05-16 564,970 won for employment insurance will be debited automatically on 2022-05-16.",
                words.get(NoticeKind.DEBIT_ANNOUNCED));
        assertEquals(
                "6400000 2022-04-30 The National Health Insurance Service collected 6,400,000 won of arrears.",
                words.get(NoticeKind.ARREARS_COLLECTED));
        assertEquals("341490 2022-06-30", words.get(NoticeKind.REFUND_PAID).substring(0, 17));
        assertEquals(
                "6119640 2022-04-04 6,119,640 won that had settled nothing now settle a payment slip, as booked on"
                        + " 2022-04-04.",
                words.get(NoticeKind.SUSPENSE_RESOLVED));
        assertEquals("6119000 2022-03-30", words.get(NoticeKind.MONEY_SUSPENDED).substring(0, 18));
        assertEquals(
                "6119640 2022-03-31", words.get(NoticeKind.PAYMENT_REVERSED).substring(0, 18));
        words.forEach((kind, told) -> assertFalse(told.contains("  ") || told.contains("{"), kind + ": " + told));
    }

    @Test
    void whatWasToldIsNeverRewritten() throws SQLException {
        itIs("2022-03-30");
        tellDueSoon.run();
        for (String table : List.of("employer_notice", "due_notice")) {
            try (Connection owner = rows.asOwner()) {
                assertThrows(SQLException.class, () -> owner.createStatement().execute("delete from " + table));
            }
            try (Connection application = rows.asApplication()) {
                assertThrows(
                        SQLException.class, () -> application.createStatement().execute("delete from " + table));
            }
        }
    }

    private void itIs(String day) {
        employer.tell(
                "coverage", Workplaces.SANDBOX_CLOCK_SET, UUID.randomUUID().toString(), """
                {"managementNo":"%s","today":"%s"}""".formatted(
                                employer.workplace.digits(), day));
        await().until(() -> day.equals(employer.asks()
                .get("/payment/v1/workplaces/" + employer.workplace.digits())
                .jsonPath()
                .getString("today")));
    }

    private void pays() {
        TestBank.sends(TestBank.notice(slips.getString("items[0].ePaymentNo"), slips.getLong("items[0].payable")))
                .then()
                .statusCode(200);
    }

    private long dueSoon() {
        return rows.number(
                "select count(*) from outbox where key = ? and type = '" + PaymentDueSoon.TYPE + "'",
                employer.workplace.digits());
    }

    private List<JsonNode> events(String type, int count) {
        return TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                count,
                event -> event.path("type").asText().equals("kr.gosan.payment." + type + ".v1"));
    }

    private JsonPath notices() {
        return employer.reads("/payment/v1/notices");
    }
}
