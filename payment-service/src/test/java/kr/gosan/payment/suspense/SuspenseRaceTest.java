package kr.gosan.payment.suspense;

import static kr.gosan.payment.suspense.Decisions.FIRST;
import static kr.gosan.payment.suspense.Decisions.SECOND;
import static kr.gosan.payment.suspense.Decisions.back;
import static kr.gosan.payment.suspense.Decisions.created;
import static kr.gosan.payment.suspense.Decisions.decide;
import static kr.gosan.payment.suspense.Decisions.resolve;
import static kr.gosan.payment.suspense.Decisions.slip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever moves suspended money, and whoever pays the slip it is meant for, at the same instant; seven slips after each other. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class SuspenseRaceTest {

    @Inject
    ObjectMapper mapper;

    private TestEmployer employer;
    private List<Map<String, Object>> open;

    @BeforeEach
    void sevenSlipsAreOpen() {
        employer = TestEmployer.known();
        open = employer.files(Filings.inInstalments(employer.workplace), 7, mapper)
                .getList("items");
    }

    @Test
    void twoDecisionsAtOnceMoveTheMoneyOnce() {
        for (Map<String, Object> slip : open) {
            String notice = suspended(slip);
            List<Response> answers = atOnce(
                    () -> resolve(FIRST, notice, ResolutionRequest.OVERPAYMENT_EXAMPLE),
                    () -> resolve(SECOND, notice, back("1002-000-000101")),
                    () -> resolve(SECOND, notice, slip(number(slip))));
            assertEquals(List.of(201, 409, 409), statuses(answers));
        }
        Decisions.assertAgrees(employer);
    }

    @Test
    void twoApprovalsAtOnceApproveOnce() {
        for (Map<String, Object> slip : open) {
            String id = created(resolve(FIRST, suspended(slip), back("1002-000-000101")))
                    .getString("resolutionId");
            Supplier<Response> approval = () -> decide(SECOND, id, true);
            assertEquals(List.of(200, 409, 409), statuses(atOnce(approval, approval, approval)));
        }
    }

    @Test
    void aSlipIsSettledEitherByItsSuspendedMoneyOrByAPayment() {
        for (Map<String, Object> slip : open) {
            String notice = suspended(slip);
            List<Response> answers = atOnce(
                    () -> resolve(FIRST, notice, slip(number(slip))),
                    () -> TestBank.sends(TestBank.notice(number(slip), amount(slip))));
            JsonPath paid = answers.get(1).jsonPath();
            if (answers.getFirst().statusCode() == 201) {
                assertEquals("ALREADY_PAID", paid.getString("outcome"));
            } else {
                assertEquals("ACCEPTED", paid.getString("outcome"));
                assertEquals(
                        409, answers.getFirst().statusCode(), answers.getFirst().asString());
                assertTrue(answers.getFirst().asString().contains("ALREADY_PAID"));
            }
        }
        Decisions.assertAgrees(employer);
    }

    /** A payment at an hour giro does not take: the slip stays open, and the money would settle it. */
    private static String suspended(Map<String, Object> slip) {
        return TestBank.sends(TestBank.notice(
                        UUID.randomUUID().toString(), number(slip), amount(slip), "2022-03-30T23:30:00+09:00", "GIRO"))
                .jsonPath()
                .getString("noticeId");
    }

    private static String number(Map<String, Object> slip) {
        return (String) slip.get("ePaymentNo");
    }

    private static long amount(Map<String, Object> slip) {
        return ((Number) slip.get("payable")).longValue();
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).sorted().toList();
    }

    @SafeVarargs
    private static List<Response> atOnce(Supplier<Response>... deeds) {
        CyclicBarrier start = new CyclicBarrier(deeds.length);
        List<CompletableFuture<Response>> answers = Stream.of(deeds)
                .map(deed -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                start.await();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            return deed.get();
                        },
                        task -> Thread.ofPlatform().start(task)))
                .toList();
        return IntStream.range(0, deeds.length)
                .mapToObj(i -> answers.get(i).join())
                .toList();
    }
}
