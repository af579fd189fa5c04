package kr.gosan.demo.client;

/**
 * An agency (보험사무대행기관) that is logged in.
 *
 * @param door the front door with the agency's token
 */
public record Agency(String name, String businessNumber, FrontDoor door) {

    /** Gets a corporate certificate from the sandbox authority and logs in with it as an agency. */
    public static Agency loggedIn(FrontDoor door, String name) {
        String businessNumber = SandboxNumbers.business();
        JointCertificate certificate = JointCertificate.fromSandbox(
                door,
                FrontDoor.JSON
                        .createObjectNode()
                        .put("kind", "CORPORATE")
                        .put("commonName", name)
                        .put("businessNumber", businessNumber));
        String token =
                Login.ofAgency(door, certificate, businessNumber).expect(201).text("/accessToken");
        return new Agency(name, businessNumber, door.as(token));
    }

    /** Lets the company mandate this agency, and waits until it may act there. Answers with the mandate's id. */
    public String mandatedBy(Company company, String managementNo, String from) {
        String mandates = "/coverage/v1/workplaces/" + managementNo + "/mandates";
        var mandate = FrontDoor.JSON
                .createObjectNode()
                .put("agencyBusinessNumber", businessNumber)
                .put("agencyName", name)
                .put("from", from);
        // Coverage-service hears of the agency's first login a moment later.
        Company.await(
                () -> company.door().post(mandates + "?dryRun=true", mandate).status() == 200);
        String id = company.door()
                .file(mandates, "mandate-" + managementNo + "-" + from, mandate)
                .expect(201)
                .text("/filing/filingId");
        Company.await(() -> door.get("/premium/v1/workplaces/" + managementNo).status() == 200);
        return id;
    }
}
