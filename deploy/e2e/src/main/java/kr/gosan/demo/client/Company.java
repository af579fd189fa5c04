package kr.gosan.demo.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A construction company that is logged in.
 *
 * @param door the front door with the company's token
 */
public record Company(String name, String businessNumber, JointCertificate certificate, FrontDoor door) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Gets a corporate certificate from the sandbox authority and logs in with it. */
    public static Company loggedIn(FrontDoor door, String name) {
        String businessNumber = SandboxNumbers.business();
        JointCertificate certificate = JointCertificate.fromSandbox(
                door,
                FrontDoor.JSON
                        .createObjectNode()
                        .put("kind", "CORPORATE")
                        .put("commonName", name)
                        .put("businessNumber", businessNumber));
        String token =
                Login.ofCompany(door, certificate, businessNumber).expect(201).text("/accessToken");
        return new Company(name, businessNumber, certificate, door.as(token));
    }

    /** The construction collective (건설일괄) of the company. */
    public String collective() {
        return businessNumber + "6";
    }

    /** The construction head office (건설본사) of the company. */
    public String headOffice() {
        return businessNumber + "0";
    }

    /** Files the establishment of a workplace and waits until every service knows it. */
    public Answer establish(String managementNo, String kind, String establishedOn) {
        ObjectNode filing = FrontDoor.JSON
                .createObjectNode()
                .put("managementNo", managementNo)
                .put("businessNumber", businessNumber)
                .put("kind", kind)
                .put("name", name)
                .put("employerKind", "CORPORATION")
                .put("employeeScale", "UNDER_150")
                .put("establishedOn", establishedOn);
        Answer answer = door.file("/coverage/v1/workplaces", "establish-" + managementNo, filing)
                .expect(201);
        await(() -> knows("premium", managementNo) && knows("payment", managementNo));
        return answer;
    }

    /** Puts a workplace on another day (sandbox) and waits until every service is there. */
    public void liveOn(String managementNo, String today) {
        door.put(
                        "/coverage/v1/sandbox/workplaces/" + managementNo + "/clock",
                        FrontDoor.JSON.createObjectNode().put("today", today))
                .expect(200);
        await(() -> today.equals(todayIn("premium", managementNo)) && today.equals(todayIn("payment", managementNo)));
    }

    /** Asks again until it is so, for at most a minute; what is awaited takes milliseconds while everything runs. */
    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain");
            }
            try {
                Thread.sleep(25);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean knows(String service, String managementNo) {
        return door.get("/" + service + "/v1/workplaces/" + managementNo).status() == 200;
    }

    private String todayIn(String service, String managementNo) {
        return door.get("/" + service + "/v1/workplaces/" + managementNo)
                .expect(200)
                .text("/today");
    }
}
