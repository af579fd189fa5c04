package kr.gosan.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gosan.coverage.testing.Company;
import kr.gosan.coverage.testing.Rows;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** A resident number goes in, and is seen nowhere again. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class PrivacyTest {

    /** Everything that runs in the service, but not the HTTP client of this test. */
    private static final List<Logger> LOGGERS = Stream.of(
                    "kr.gosan", "org.hibernate", "org.postgresql", "io.quarkus", "org.jboss", "io.vertx", "io.agroal")
            .map(Logger::getLogger)
            .toList();

    @Inject
    Rows rows;

    @Test
    void aResidentNumberIsInNoLogAnswerTableOrEvent() {
        Company company = Company.established();
        ResidentNumber worker = TestNumbers.resident();
        StringBuilder answers = new StringBuilder();
        String log = logOf(() -> answers.append(everythingAbout(worker, company)));

        assertTrue(log.contains("insert into insured_period"), "the log is on");
        assertHides(worker, log);
        assertTrue(answers.toString().contains(worker.toString()), "masked, it is shown");
        assertHides(worker, answers.toString());
        assertHides(
                worker,
                TestKafka.await(TestKafka.topic("coverage"), company.collective, 4, event -> true)
                        .toString());
        assertTrue(rowsWith(company.collective) > 5, "the tables are read");
        assertEquals(0, rowsWith(worker.digits()));
        assertEquals(0, rowsWith(hyphenated(worker)));
    }

    /** Reports that are accepted, refused and wrong, and all that can be read afterwards. */
    private static String everythingAbout(ResidentNumber worker, Company company) {
        Response hired = company.acquire(worker, "2022-03-02");
        assertEquals(201, hired.statusCode());
        String person = hired.path("filing.personId");
        return Stream.of(
                        hired,
                        company.acquire(worker, "2022-03-02"),
                        company.acquire(worker, report -> report.put("name", 1)),
                        company.acquire(worker, report -> report.put("residentNumber", worker.digits() + "9")),
                        company.lose(person, "2022-03-31"),
                        company.get(company.path("/insured-persons")),
                        company.get(company.path("/insured-persons/" + person)),
                        company.get("/coverage/v1/receipts/" + hired.path("receipt.receiptNo")))
                .map(answer -> answer.getHeaders() + answer.asString())
                .collect(Collectors.joining());
    }

    private long rowsWith(String text) {
        long count = 0;
        for (Object table : rows.all(
                "select cast(table_name as text) from information_schema.tables where table_schema = 'public'")) {
            count += ((Number) rows.one(
                            "select count(*) from " + table + " t where position(?1 in cast(t as text)) > 0", text))
                    .longValue();
        }
        return count;
    }

    private static void assertHides(ResidentNumber worker, String text) {
        assertFalse(text.contains(worker.digits()));
        assertFalse(text.contains(hyphenated(worker)));
    }

    private static String hyphenated(ResidentNumber worker) {
        return worker.digits().substring(0, 6) + "-" + worker.digits().substring(6);
    }

    /** What is logged meanwhile when every logger tells all it can, SQL with its parameters included. */
    private static String logOf(Runnable action) {
        Captured captured = new Captured();
        List<Level> levels = LOGGERS.stream().map(Logger::getLevel).collect(Collectors.toList());
        for (Logger logger : LOGGERS) {
            logger.setLevel(Level.ALL);
            logger.setUseParentHandlers(false);
            logger.addHandler(captured);
        }
        try {
            action.run();
        } finally {
            for (int i = 0; i < LOGGERS.size(); i++) {
                LOGGERS.get(i).removeHandler(captured);
                LOGGERS.get(i).setUseParentHandlers(true);
                LOGGERS.get(i).setLevel(levels.get(i));
            }
        }
        return String.join("\n", captured.lines);
    }

    private static final class Captured extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final PatternFormatter formatter = new PatternFormatter("%c %s%e");

        @Override
        public void publish(LogRecord record) {
            lines.add(formatter.format(ExtLogRecord.wrap(record)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
