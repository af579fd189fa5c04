package kr.gosan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.FrontDoor;
import kr.gosan.demo.client.JointCertificate;
import kr.gosan.demo.client.Login;
import kr.gosan.demo.client.SandboxNumbers;

/** The second job: a worker is hired, leaves, is hired again, and sees a right history. */
final class WorkerChapter {

    private static final String NAME = "홍길동";

    private final Story story;
    private final FrontDoor door;

    WorkerChapter(Story story, FrontDoor door) {
        this.story = story;
        this.door = door;
    }

    void play(Company company) {
        story.chapter("A worker is hired (자격취득) and leaves (자격상실)");
        String residentNumber = SandboxNumbers.resident();
        String workplace = company.collective();
        company.liveOn(workplace, "2022-04-05");
        Answer hired = hire(company, residentNumber, "2022-03-02");
        String personId = hired.text("/filing/personId");
        story.same(
                "the number is masked",
                residentNumber.substring(0, 8) + "******",
                hired.text("/filing/residentNumber"));
        story.same("deadline of the acquisition", "2022-04-15", hired.text("/filing/timeliness/deadline"));
        story.tell(
                "%s (%s) hired on 2022-03-02, reported on 2022-04-05, due by %s: receipt %s",
                NAME,
                hired.text("/filing/residentNumber"),
                hired.text("/filing/timeliness/deadline"),
                hired.text("/receipt/receiptNo"));
        Answer left = company.door()
                .file(
                        "/coverage/v1/workplaces/" + workplace + "/losses",
                        "loss-1",
                        FrontDoor.JSON
                                .createObjectNode()
                                .put("personId", personId)
                                .put("separationDate", "2022-03-31")
                                .put("lossReasonCode", "32"))
                .expect(201);
        story.same("insured status ends the day after", "2022-04-01", left.text("/filing/lossDate"));
        story.tell("last day of work 2022-03-31, insured status ends on %s", left.text("/filing/lossDate"));
        hire(company, residentNumber, "2022-04-04");
        story.tell("hired again on 2022-04-04");
        history(residentNumber, workplace);
    }

    private Answer hire(Company company, String residentNumber, String day) {
        ObjectNode report = FrontDoor.JSON
                .createObjectNode()
                .put("name", NAME)
                .put("residentNumber", residentNumber)
                .put("acquiredOn", day)
                .put("occupationCode", "701")
                .put("monthlyRemuneration", 3_200_000)
                .put("weeklyHours", 40)
                .put("fixedTerm", false);
        return company.door()
                .file("/coverage/v1/workplaces/" + company.collective() + "/acquisitions", "hire-" + day, report)
                .expect(201);
    }

    private void history(String residentNumber, String workplace) {
        story.chapter("The worker logs in with a personal certificate and sees the insured history");
        JointCertificate certificate = JointCertificate.fromSandbox(
                door,
                FrontDoor.JSON
                        .createObjectNode()
                        .put("kind", "PERSONAL")
                        .put("commonName", NAME)
                        .put("residentNumber", residentNumber));
        String token =
                Login.ofWorker(door, certificate, residentNumber).expect(201).text("/accessToken");
        Answer history = door.as(token).get("/coverage/v1/insured-history").expect(200);
        JsonNode employments = history.at("/employments");
        employments.forEach(employment -> story.tell(
                "%s  %s  from %s %s",
                employment.path("workplaceName").asText(),
                employment.path("managementNo").asText(),
                employment.path("acquiredOn").asText(),
                employment.path("lossDate").isTextual()
                        ? "to " + employment.path("lossDate").asText()
                        : "and still insured"));
        story.same("number of periods", 2, employments.size());
        story.same("the workplace", workplace, employments.at("/0/managementNo").asText());
        long open = 0;
        for (JsonNode employment : employments) {
            open += employment.path("lossDate").isTextual() ? 0 : 1;
        }
        story.same("open periods", 1L, open);
        story.same(
                "a worker may not read the company's workplaces",
                403,
                door.as(token).get("/coverage/v1/workplaces").status());
    }
}
