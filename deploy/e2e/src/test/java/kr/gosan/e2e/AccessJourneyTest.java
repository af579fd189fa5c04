package kr.gosan.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.FrontDoor;
import kr.gosan.demo.client.JointCertificate;
import kr.gosan.demo.client.Login;
import kr.gosan.demo.client.PremiumReturns;
import kr.gosan.demo.client.SandboxNumbers;
import org.junit.jupiter.api.Test;

/** Who gets in and who does not, with real tokens of the real Keycloak, through the front door. */
class AccessJourneyTest {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private final FrontDoor door = TestStack.door();

    private record Operation(String method, String path) {}

    @Test
    void withoutATokenNothingIsOpenButWhatSaysSo() {
        List<Operation> closed = operations(false);
        assertTrue(closed.size() >= 20, () -> "the aggregated document lists all services: " + closed);
        for (String service : List.of("/auth/", "/premium/", "/coverage/", "/payment/")) {
            assertTrue(closed.stream().anyMatch(operation -> operation.path().startsWith(service)), service);
        }
        for (Operation operation : closed) {
            assertEquals(401, call(door, operation).status(), operation.toString());
            assertEquals(
                    401, call(door.as("eyJhbGciOiJub25lIn0.e30."), operation).status(), operation.toString());
        }
    }

    @Test
    void aStrangerMayDoNothingToAnotherCompany() {
        Company owner = TestStack.company("주인건설");
        Company stranger = Company.loggedIn(door, "남의건설");
        String returnId = owner.door()
                .file("/premium/v1/returns?submit=true", "k", PremiumReturns.ofTheGuide(owner.collective(), "LUMP_SUM"))
                .expect(201)
                .text("/id");
        String slips = "/payment/v1/slips?returnId=" + returnId;
        Company.await(() -> owner.door().get(slips).expect(200).at("/items").size() == 2);
        String slipId = owner.door().get(slips).text("/items/0/slipId");
        for (String path : List.of(
                "/premium/v1/returns/" + returnId,
                "/premium/v1/returns/" + returnId + "/trace",
                "/premium/v1/workplaces/" + owner.collective(),
                "/coverage/v1/workplaces/" + owner.collective(),
                "/coverage/v1/workplaces/" + owner.collective() + "/insured-persons",
                slips,
                "/payment/v1/slips/" + slipId,
                "/payment/v1/payments?managementNo=" + owner.collective(),
                "/payment/v1/ledger?managementNo=" + owner.collective(),
                "/payment/v1/ledger/parity?managementNo=" + owner.collective(),
                "/payment/v1/workplaces/" + owner.collective())) {
            assertEquals(200, owner.door().get(path).status(), path);
            assertEquals(403, stranger.door().get(path).status(), path);
        }
        ObjectNode theirs = PremiumReturns.ofTheGuide(owner.collective(), "LUMP_SUM");
        assertEquals(
                403, stranger.door().file("/premium/v1/returns", "k", theirs).status());
    }

    @Test
    void aChallengeIsGoodOnceAndACertificateOnlyForItsHolder() {
        String business = SandboxNumbers.business();
        JointCertificate certificate = certificate(business, Map.of());
        Answer challenge = door.post("/auth/v1/challenges", FrontDoor.JSON.createObjectNode())
                .expect(201);
        ObjectNode session = Login.session(challenge, certificate, "EMPLOYER", "businessNumber", business);
        assertEquals(201, door.post("/auth/v1/sessions", session).status());
        Answer replay = door.post("/auth/v1/sessions", session);
        assertEquals("422 challenge-used", replay.status() + " " + replay.text("/code"));
        Answer another = Login.ofCompany(door, certificate, SandboxNumbers.business());
        assertEquals("422 identity-mismatch", another.status() + " " + another.text("/code"));
    }

    @Test
    void anExpiredCertificateIsRefusedByName() {
        String business = SandboxNumbers.business();
        JointCertificate expired = certificate(business, Map.of("validFrom", "2020-01-01"));
        Answer refused = Login.ofCompany(door, expired, business);
        assertEquals("422 certificate-expired", refused.status() + " " + refused.text("/code"));
    }

    @Test
    void whatServicesTellOperatorsIsNotBehindTheFrontDoor() {
        for (String path : List.of("/premium/q/health", "/coverage/q/openapi", "/payment/%2e%2e/q/metrics")) {
            int status = door.get(path).status();
            assertTrue(status == 404 || status == 400 || status == 401, path + " " + status);
        }
    }

    private JointCertificate certificate(String business, Map<String, String> more) {
        ObjectNode request = FrontDoor.JSON
                .createObjectNode()
                .put("kind", "CORPORATE")
                .put("commonName", "고산건설")
                .put("businessNumber", business);
        more.forEach(request::put);
        return JointCertificate.fromSandbox(door, request);
    }

    private List<Operation> operations(boolean open) {
        JsonNode paths = door.get("/openapi.json").expect(200).at("/paths");
        List<Operation> operations = new ArrayList<>();
        paths.fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    JsonNode security = operation.getValue().path("security");
                    boolean needsNoToken = security.isArray()
                            && StreamSupport.stream(security.spliterator(), false)
                                    .allMatch(JsonNode::isEmpty);
                    if (METHODS.contains(operation.getKey()) && needsNoToken == open) {
                        operations.add(new Operation(operation.getKey(), path.getKey()));
                    }
                }));
        return operations;
    }

    private static Answer call(FrontDoor door, Operation operation) {
        String path = operation
                .path()
                .replace("{managementNo}", "12345678916")
                .replace("{receiptNo}", "P-20220310-0000001")
                .replaceAll("\\{\\w+}", "00000000-0000-7000-8000-000000000000");
        return operation.method().equals("get")
                ? door.get(path)
                : door.send(operation.method().toUpperCase(java.util.Locale.ROOT), path, "{}");
    }
}
