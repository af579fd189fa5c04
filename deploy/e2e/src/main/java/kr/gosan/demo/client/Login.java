package kr.gosan.demo.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** Logging in with a joint certificate: fetch a challenge, sign it, get an access token. */
public final class Login {

    private Login() {}

    public static Answer ofCompany(FrontDoor door, JointCertificate certificate, String businessNumber) {
        return login(door, certificate, "EMPLOYER", "businessNumber", businessNumber);
    }

    public static Answer ofWorker(FrontDoor door, JointCertificate certificate, String residentNumber) {
        return login(door, certificate, "WORKER", "residentNumber", residentNumber);
    }

    public static Answer ofAgency(FrontDoor door, JointCertificate certificate, String businessNumber) {
        return login(door, certificate, "AGENCY", "businessNumber", businessNumber);
    }

    private static Answer login(
            FrontDoor door, JointCertificate certificate, String memberType, String numberField, String number) {
        Answer challenge = door.post("/auth/v1/challenges", FrontDoor.JSON.createObjectNode())
                .expect(201);
        return door.post("/auth/v1/sessions", session(challenge, certificate, memberType, numberField, number));
    }

    /** The request that answers a challenge. */
    public static ObjectNode session(
            Answer challenge, JointCertificate certificate, String memberType, String numberField, String number) {
        byte[] content = Base64.getDecoder().decode(challenge.text("/challenge"));
        return FrontDoor.JSON
                .createObjectNode()
                .put("challengeId", challenge.text("/challengeId"))
                .put("signedChallenge", certificate.sign(content))
                .put("vidRandom", certificate.vidRandom())
                .put("memberType", memberType)
                .put(numberField, number);
    }
}
