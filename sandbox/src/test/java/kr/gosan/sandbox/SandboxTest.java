package kr.gosan.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxTest {

    private static final String NUMBER = "1234-5678-90-1-2-345678";
    private static final String AT = "2022-03-30T14:05:09+09:00";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Player, byte[]> keys = new HashMap<>();
    private PlayedAgency agency;
    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        for (Player player : Player.values()) {
            byte[] key = new byte[32];
            key[0] = (byte) player.ordinal();
            keys.put(player, key);
        }
        agency = new PlayedAgency();
        sandbox = Sandbox.start(new Settings(0, keys, agency::address, () -> "bank", () -> "nhis"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        agency.close();
    }

    @Test
    void aPaymentIsAskedAboutMovedToldAndInTheFile() throws Exception {
        JsonNode paid = plays(200, "/giro-payments", giro(""));
        assertEquals(886_040, paid.path("total").asLong());
        JsonNode notice = agency.notices.getFirst();
        assertEquals(transaction(paid), notice.path("bankTransactionId").asText());
        assertEquals(NUMBER, notice.path("ePaymentNo").asText());
        assertEquals(886_040, notice.path("amount").asLong());
        assertEquals("GIRO", notice.path("channel").asText());
        assertTrue(new Signatures(keys).fits(Player.GIRO, agency.signatures.getFirst(), Fields.bytes(notice)));
        assertEquals(
                transaction(paid), file("giro").at("/movements/0/transactionId").asText());
        assertEquals(0, file("woori").path("movements").size());
    }

    @Test
    void aRefusedPayerKeepsHisMoneyAndHearsTheCode() throws Exception {
        agency.refusal = "OUTSIDE_HOURS";
        JsonNode refused = plays(422, "/giro-payments", giro(""));
        assertEquals("OUTSIDE_HOURS", refused.path("code").asText());
        assertTrue(agency.notices.isEmpty());
        assertEquals(0, file("giro").path("movements").size());
    }

    @Test
    void aRefusedRequestMayBeTriedAgainAndAPaidOneIsPaidOnce() throws Exception {
        String request = giro(",\"requestId\":\"" + UUID.randomUUID() + "\"");
        agency.refusal = "OUTSIDE_HOURS";
        plays(422, "/giro-payments", request);
        agency.refusal = null;
        JsonNode paid = plays(200, "/giro-payments", request);
        assertEquals(paid, plays(200, "/giro-payments", request));
        assertEquals(1, agency.notices.size());
        JsonNode other = plays(409, "/giro-payments", request.replace("GIRO", "INTERNET_BANKING"));
        assertEquals("request-id-conflicting", other.path("code").asText());
    }

    @Test
    void aNoticeWaitsForAnAgencyThatIsAway() throws Exception {
        agency.away.set(3);
        JsonNode paid = plays(200, "/giro-payments", giro(""));
        assertEquals("DELIVERED", paid.at("/notices/0/delivery").asText());
        assertEquals(0, agency.away.get());
        assertEquals(1, agency.notices.size());
    }

    @Test
    void aHostileBankSendsTwiceLiesOrSaysNothing() throws Exception {
        plays(200, "/giro-payments", giro(",\"hostile\":{\"copies\":3}"));
        assertEquals(3, agency.notices.size());
        assertEquals(agency.notices.getFirst(), agency.notices.getLast());
        plays(200, "/giro-payments", giro(",\"hostile\":{\"noticeAmount\":886030}"));
        assertEquals(886_030, agency.notices.getLast().path("amount").asLong());
        assertEquals(886_040, file("giro").at("/movements/1/amount").asLong());
        plays(200, "/giro-payments", giro(",\"hostile\":{\"loseNotice\":true}"));
        assertEquals(4, agency.notices.size());
        assertEquals(3, file("giro").path("movements").size());
    }

    @Test
    void heldNoticesAreSentNewestFirst() throws Exception {
        String paid = transaction(plays(200, "/giro-payments", giro(",\"hostile\":{\"holdNotice\":true}")));
        plays(200, "/reversals", "{\"transactionId\":\"" + paid + "\",\"hostile\":{\"holdNotice\":true}}");
        assertTrue(agency.notices.isEmpty());
        plays(200, "/held-notices", "{\"order\":\"NEWEST_FIRST\"}");
        assertEquals("REVERSAL", agency.notices.getFirst().path("kind").asText());
        assertEquals(paid, agency.notices.getLast().path("bankTransactionId").asText());
    }

    @Test
    void aPaymentIsTakenBackOnce() throws Exception {
        String paid = transaction(plays(200, "/giro-payments", giro("")));
        String order = "{\"transactionId\":\"" + paid + "\"}";
        JsonNode reversed = plays(200, "/reversals", order);
        assertEquals(reversed, plays(200, "/reversals", order));
        assertEquals(
                paid, agency.notices.getLast().path("originalTransactionId").asText());
        assertEquals(2, file("giro").path("movements").size());
        plays(404, "/reversals", "{\"transactionId\":\"nobody's\"}");
    }

    @Test
    void aDepositIsToldByTheBankOfTheAccount() throws Exception {
        plays(200, "/deposits", """
                {"virtualAccountNo":"32900000000017","amount":886040,"paidAt":"%s"}""".formatted(AT));
        assertEquals("BANK_HANA", agency.notices.getFirst().path("institution").asText());
        assertEquals(
                "32900000000017",
                agency.notices.getFirst().path("virtualAccountNo").asText());
        assertFalse(agency.notices.getFirst().has("ePaymentNo"));
        assertEquals(1, file("hana").path("movements").size());
        plays(404, "/deposits", "{\"virtualAccountNo\":\"10000000000017\",\"amount\":10}");
    }

    @Test
    void ordersThatNobodySignedAreNotRead() throws Exception {
        plays(403, "/giro/debits", "{}");
        plays(404, "/giro/charges", "{}");
        plays(404, "/nobody/debits", "{}");
    }

    @Test
    void whatIsMalformedIsRefusedAndNothingMoves() throws Exception {
        for (String body : List.of(
                "",
                "[]",
                "{",
                "{\"ePaymentNo\":7}",
                giro(",\"amount\":-1"),
                giro(",\"amount\":1.5"),
                giro(",\"unknown\":1"),
                giro(",\"hostile\":{\"copies\":11}"))) {
            plays(400, "/giro-payments", body);
        }
        plays(413, "/giro-payments", " ".repeat(70_000));
        assertEquals(0, file("giro").path("movements").size());
    }

    @Test
    void aWebPageCannotPlay() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(sandbox.address().resolve("/giro-payments"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(giro("")))
                .build();
        assertEquals(415, http.send(form, HttpResponse.BodyHandlers.ofString()).statusCode());
        assertTrue(agency.notices.isEmpty());
    }

    @Test
    void itDoesNotStartWithoutEveryKey() {
        Map<Player, byte[]> missing = new HashMap<>(keys);
        missing.remove(Player.CARD);
        Map<Player, byte[]> tooShort = new HashMap<>(keys);
        tooShort.put(Player.CARD, new byte[16]);
        for (Map<Player, byte[]> wrong : List.of(missing, tooShort)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Settings(0, wrong, agency::address, () -> "bank", () -> "nhis"));
        }
    }

    @Test
    void theFileIsSignedWithTheKeyOfItsInstitution() throws Exception {
        plays(200, "/giro-payments", giro(""));
        HttpResponse<byte[]> file = get("/statements/giro/2022-03-30");
        String signature = file.headers().firstValue(Signatures.HEADER).orElseThrow();
        Signatures signatures = new Signatures(keys);
        assertTrue(signatures.fits(Player.GIRO, signature, file.body()));
        assertFalse(signatures.fits(Player.CARD, signature, file.body()));
    }

    private static String giro(String more) {
        return "{\"ePaymentNo\":\"%s\",\"paidAt\":\"%s\",\"channel\":\"GIRO\"%s}".formatted(NUMBER, AT, more);
    }

    private static String transaction(JsonNode paid) {
        return paid.path("transactionId").asText();
    }

    private JsonNode file(String institution) throws Exception {
        return Fields.JSON.readTree(
                get("/statements/" + institution + "/2022-03-30").body());
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(sandbox.address().resolve(path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode plays(int status, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(sandbox.address().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(status, answer.statusCode(), body + " " + new String(answer.body()));
        return Fields.JSON.readTree(answer.body());
    }
}
