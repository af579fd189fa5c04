package kr.gosan.coverage.receipt;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import kr.gosan.coverage.testing.Company;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

/** Anybody can check a receipt with the document and the published keys alone. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ReceiptTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void everyReportHasAReceiptThatVerifiesOffline() throws Exception {
        Company company = new Company();
        Response established = company.establish(report -> {});
        company.goTo("2022-06-30");
        Response hired = company.acquire(TestNumbers.resident(), "2022-03-02");
        Response lost = company.lose(hired.path("filing.personId"), "2022-03-31");
        Response keys = given().get("/coverage/v1/receipt-keys");
        assertNull(keys.path("keys[0].d"), "the private part stays here");
        for (Response accepted : List.of(established, hired, lost)) {
            JsonNode answer = MAPPER.readTree(accepted.asString());
            verify(answer.path("receipt"), answer.path("filing"), keys.asString());
            JsonNode read = MAPPER.readTree(company.get("/coverage/v1/receipts/"
                            + answer.at("/receipt/receiptNo").asText())
                    .asString());
            verify(read, read.path("filing"), keys.asString());
            assertEquals(answer.at("/receipt/jws"), read.path("jws"));
        }
    }

    private static void verify(JsonNode receipt, JsonNode filing, String keys) throws Exception {
        byte[] canonical = new JsonCanonicalizer(filing.toString()).getEncodedUTF8();
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        assertEquals(sha256, receipt.path("sha256").asText());
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(receipt.path("jws").asText());
        jws.setKey(
                ((PublicJsonWebKey) new JsonWebKeySet(keys).findJsonWebKey(jws.getKeyIdHeaderValue(), null, null, null))
                        .getPublicKey());
        assertTrue(jws.verifySignature());
        JsonNode claims = MAPPER.readTree(jws.getPayload());
        assertEquals(sha256, claims.path("sha256").asText());
        assertEquals(receipt.path("receiptNo"), claims.path("receiptNo"));
        assertEquals(filing.path("filingId"), claims.path("filingId"));
    }
}
