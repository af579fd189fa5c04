package kr.gosan.payment.testing;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.LocalDate;
import kr.gosan.platform.testing.Tokens;

/** Plays what payers and institutions do, in the sandbox of {@link SandboxInstitutions}. Messages are those of its guide. */
public final class SandboxPlayer {

    private SandboxPlayer() {}

    /** Sends a body to the sandbox: {@code plays("/giro-payments", …)}. */
    public static Response plays(String path, String body) {
        // Payment-service has its port, and a test its keys, only now.
        System.setProperty(SandboxInstitutions.PAYMENT, "http://127.0.0.1:" + RestAssured.port);
        System.setProperty(SandboxInstitutions.BANK_TOKEN, Tokens.bank());
        System.setProperty(SandboxInstitutions.NHIS_TOKEN, Tokens.nhis());
        return given().contentType("application/json").body(body).post(address() + path);
    }

    public static Response reads(String path) {
        return given().get(address() + path);
    }

    /** The daily file, by the institution's name in addresses: {@code woori}. */
    public static Response statement(String institution, LocalDate day) {
        return reads("/statements/" + institution + "/" + day);
    }

    private static String address() {
        return System.getProperty(SandboxInstitutions.ADDRESS);
    }
}
