package kr.gosan.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.FrontDoor;
import kr.gosan.demo.client.JointCertificate;
import kr.gosan.demo.client.Login;
import kr.gosan.demo.client.PremiumReturns;
import kr.gosan.demo.client.SandboxNumbers;
import org.junit.jupiter.api.Test;

/** One cause can be followed everywhere; a resident number is nowhere. */
class TraceabilityJourneyTest {

    @Test
    void theCorrelationIdRunsFromTheFrontDoorToTheLastEvent() {
        Company company = TestStack.company("추적건설");
        String correlationId = "journey-" + System.nanoTime();
        Answer filed = company.door()
                .with("X-Correlation-Id", correlationId)
                .file(
                        "/premium/v1/returns?submit=true",
                        "k",
                        PremiumReturns.ofTheGuide(company.collective(), "LUMP_SUM"))
                .expect(201);
        assertEquals(correlationId, filed.headers().get("x-correlation-id"));
        String path = "/payment/v1/slips?returnId=" + filed.text("/id");
        Company.await(() -> company.door().get(path).expect(200).at("/items").size() == 2);
        Set<String> expected = Set.of(
                "kr.gosan.premium.return-filed.v1",
                "kr.gosan.payment.slip-issued.v1",
                "kr.gosan.payment.notice-raised.v1");
        Company.await(() -> typesOf(correlationId).containsAll(expected));
        assertEquals(expected, typesOf(correlationId));
    }

    @Test
    void aResidentNumberIsInNoLogNoEventAndNoAnswer() throws IOException {
        Company company = TestStack.company("비밀건설");
        String residentNumber = SandboxNumbers.resident();
        ObjectNode report = FrontDoor.JSON
                .createObjectNode()
                .put("name", "홍길동")
                .put("residentNumber", residentNumber)
                .put("acquiredOn", "2022-03-02")
                .put("occupationCode", "701")
                .put("monthlyRemuneration", 3_000_000)
                .put("weeklyHours", 40)
                .put("fixedTerm", false);
        String acquisitions = "/coverage/v1/workplaces/" + company.collective() + "/acquisitions";
        Answer hired = company.door().file(acquisitions, "hire", report).expect(201);
        Answer refused = company.door().file(acquisitions, "hire-again", report);
        Answer wrong = company.door().file(acquisitions, "hire-x", report.put("acquiredOn", "never"));
        assertEquals(400, wrong.status());
        JointCertificate certificate = JointCertificate.fromSandbox(
                TestStack.door(),
                FrontDoor.JSON
                        .createObjectNode()
                        .put("kind", "PERSONAL")
                        .put("commonName", "홍길동")
                        .put("residentNumber", residentNumber));
        Answer session =
                Login.ofWorker(TestStack.door(), certificate, residentNumber).expect(201);

        String digits = residentNumber.replace("-", "");
        for (Answer answer : List.of(hired, refused, wrong, session)) {
            assertNumberNotIn(answer.body().toString(), digits, "an answer");
        }
        for (JsonNode event : TestStack.events()) {
            assertNumberNotIn(event.toString(), digits, "an event");
        }
        try (Stream<Path> logs = TestStack.logs()) {
            List<Path> files = logs.toList();
            assertTrue(files.size() >= 7, "servers and services write logs: " + files);
            for (Path log : files) {
                assertNumberNotIn(new String(Files.readAllBytes(log), StandardCharsets.UTF_8), digits, log.toString());
            }
        }
    }

    private static void assertNumberNotIn(String text, String digits, String where) {
        assertFalse(text.contains(digits), where);
        assertFalse(text.contains(digits.substring(0, 6) + "-" + digits.substring(6)), where);
    }

    private static Set<String> typesOf(String correlationId) {
        return TestStack.events().stream()
                .filter(event -> event.path("correlationid").asText().equals(correlationId))
                .map(event -> event.path("type").asText())
                .collect(Collectors.toSet());
    }
}
