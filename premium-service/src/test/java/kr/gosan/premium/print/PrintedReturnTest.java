package kr.gosan.premium.print;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import kr.gosan.platform.testing.Pdf;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class PrintedReturnTest {

    private TestCompany company;

    @BeforeEach
    void aCompanyOfItsOwn() {
        company = TestCompany.inMarch2022();
    }

    @Test
    void aFiledReturnIsPrintedWithItsReceiptAndItsFigures() {
        Response filed = company.file(company.content());
        String receiptNo = filed.jsonPath().getString("receipt.receiptNo");
        Response printed = pdf(filed.header("Location"));
        assertEquals(200, printed.statusCode());
        assertEquals("application/pdf", printed.contentType());
        assertEquals("inline; filename=\"form-23-" + receiptNo + ".pdf\"", printed.header("Content-Disposition"));
        String text = Pdf.text(printed.asByteArray());
        assertTrue(text.contains(receiptNo));
        assertTrue(text.contains(filed.jsonPath().getString("receipt.sha256")));
        assertTrue(text.contains("4,885,600"));
        assertTrue(text.contains("고산건설 일괄"));
        assertArrayEquals(printed.asByteArray(), pdf(filed.header("Location")).asByteArray());

        Response trace = pdf(filed.header("Location") + "/trace");
        assertEquals(200, trace.statusCode());
        assertTrue(Pdf.text(trace.asByteArray()).contains("120,000,000 × 37.63‰ = 4,515,600"));
    }

    @Test
    void whoDoesNotAskForPaperGetsJsonAsBefore() {
        String path = company.file(company.content()).header("Location");
        for (String accept : new String[] {null, "*/*", "application/json", "application/*;q=0.9"}) {
            for (String address : new String[] {path, path + "/trace"}) {
                var request = company.request();
                Response answer = (accept == null ? request : request.header("Accept", accept)).get(address);
                assertEquals(200, answer.statusCode());
                assertTrue(answer.contentType().startsWith("application/json"), accept + " " + address);
            }
        }
    }

    @Test
    void aDraftIsPrintedWithWhatFilingItWouldGiveAndStaysADraft() {
        Response drafted = draft(company.content());
        String path = drafted.header("Location");
        String text = Pdf.text(pdf(path).asByteArray());
        assertTrue(text.contains("작성중(미접수)"));
        assertTrue(text.contains("4,885,600"));
        assertFalse(text.contains("SHA-256"));
        assertTrue(Pdf.text(pdf(path + "/trace").asByteArray()).contains("작성중(미접수)"));
        Response after = company.request().get(path);
        assertEquals("DRAFT", after.jsonPath().getString("state"));
        assertEquals(drafted.header("ETag"), after.header("ETag"));
        assertEquals(
                201, company.file(company.content()).statusCode(), "printing has not taken the year for the draft");
        assertFalse(
                Pdf.text(pdf(path).asByteArray()).contains("4,885,600"),
                "a draft that can no longer be filed has none");
    }

    @Test
    void aDraftThatCannotBeFiledIsPrintedWithoutFiguresAndHasNoTrace() {
        ObjectNode content = company.content();
        ((ObjectNode) content.at("/estimated/industrialAccident")).put("general", 1);
        ((ObjectNode) content.at("/estimated/industrialAccident")).put("equipment", 0);
        String path = draft(content).header("Location");
        Response printed = pdf(path);
        assertEquals(200, printed.statusCode());
        assertFalse(Pdf.text(printed.asByteArray()).contains("4,885,600"));
        Response trace = pdf(path + "/trace");
        assertEquals(404, trace.statusCode());
        assertTrue(trace.contentType().startsWith("application/problem+json"));
    }

    @Test
    void theRefundAccountIsPrintedMasked() {
        ObjectNode content = TestReturns.refunding(company.workplace);
        content.set("refundAccount", TestReturns.account("CORPORATION"));
        Response filed = company.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        String text = Pdf.text(pdf(filed.header("Location")).asByteArray());
        assertTrue(text.contains("***-**-*****001"), text);
        assertFalse(text.contains("777-88"));
        String draft = draft(content).header("Location");
        assertFalse(Pdf.text(pdf(draft).asByteArray()).contains("777-88"));
    }

    @Test
    void paperIsAsWellGuardedAsJson() {
        String path = company.file(company.content()).header("Location");
        for (String address : new String[] {path, path + "/trace"}) {
            assertEquals(
                    401,
                    given().header("Accept", "application/pdf").get(address).statusCode());
            Response stranger = given().header("Authorization", "Bearer " + Tokens.stranger())
                    .header("Accept", "application/pdf")
                    .get(address);
            assertEquals(403, stranger.statusCode());
            assertEquals("workplace-not-granted", stranger.jsonPath().getString("code"));
            assertEquals(
                    403,
                    given().header(
                                    "Authorization",
                                    "Bearer " + Tokens.worker(UUID.randomUUID().toString(), "k"))
                            .header("Accept", "application/pdf")
                            .get(address)
                            .statusCode());
        }
        assertEquals(404, pdf("/premium/v1/returns/" + UUID.randomUUID()).statusCode());
    }

    @Test
    void theDescriptionNamesBothFormsOfTheAnswer() {
        var paths = TestReturns.tree(
                        given().queryParam("format", "json").get("/q/openapi").asString())
                .path("paths");
        for (String path : new String[] {"/premium/v1/returns/{id}", "/premium/v1/returns/{id}/trace"}) {
            var content = paths.path(path).at("/get/responses/200/content");
            assertTrue(content.has("application/json") && content.has("application/pdf"), path);
        }
    }

    private Response draft(ObjectNode content) {
        return company.request(UUID.randomUUID().toString())
                .body(content.toString())
                .post("/premium/v1/returns");
    }

    private Response pdf(String path) {
        return company.request().header("Accept", "application/pdf").get(path);
    }
}
