package kr.gosan.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.Environment;
import kr.gosan.demo.client.FrontDoor;
import kr.gosan.demo.client.PremiumReturns;
import kr.gosan.demo.client.SandboxBank;

/**
 * Drives the main job and the second job through the front door with the figures of COMWEL's guide for 2022, prints what
 * happens so that a person can follow it, and checks what it prints.
 */
public final class Demo {

    private static final String FILING_DAY = "2022-03-10";

    private final Story story = new Story();
    private final FrontDoor door;

    private Demo(FrontDoor door) {
        this.door = door;
    }

    /** Ends with 1 when anything differs from what it should be. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        Demo demo = new Demo(Environment.frontDoor());
        demo.play(Environment.bank(demo.door));
        System.out.printf("%n%.1f seconds.%n", (System.nanoTime() - start) / 1e9);
        System.out.println(demo.story.exitCode() == 0 ? "Everything is as it should be." : "NOT as it should be:");
        demo.story.differences().forEach(difference -> System.out.println(" - " + difference));
        System.exit(demo.story.exitCode());
    }

    private void play(SandboxBank bank) {
        Company company = logIn();
        establish(company);
        Answer filed = fileCollective(company);
        PaymentChapter payment = new PaymentChapter(story, bank);
        payment.payLumpSum(company, filed.text("/id"));
        payment.payFirstInstalments(company, fileHeadOffice(company));
        new WorkerChapter(story, door).play(company);
    }

    private Company logIn() {
        story.chapter("고산건설(주) logs in with its joint certificate (공동인증서)");
        Company company = Company.loggedIn(door, "고산건설(주)");
        story.tell("certificate  %s", company.certificate().certificate().getSubjectX500Principal());
        story.tell("challenge signed (CMS), certificate and VID verified, access token from Keycloak");
        Answer member = company.door().get("/auth/v1/member").expect(200);
        story.tell("member       %s, business number %s", member.text("/memberType"), member.text("/businessNumber"));
        story.same("business number of the token", company.businessNumber(), member.text("/businessNumber"));
        return company;
    }

    private void establish(Company company) {
        story.chapter("It has a head office (건설본사) and a construction collective (건설일괄)");
        Answer collective = company.establish(company.collective(), "CONSTRUCTION_COLLECTIVE", "2019-03-04");
        company.establish(company.headOffice(), "CONSTRUCTION_HQ", "2019-03-04");
        story.tell("collective   %s, receipt %s", company.collective(), collective.text("/receipt/receiptNo"));
        company.liveOn(company.collective(), FILING_DAY);
        company.liveOn(company.headOffice(), FILING_DAY);
        story.tell("in the sandbox it is now %s for both; the return is due on 2022-03-31", FILING_DAY);
    }

    private Answer fileCollective(Company company) {
        story.chapter("It files the collective's return (보험료신고서): 2021 confirmed, 2022 estimated, paid at once");
        ObjectNode content = PremiumReturns.ofTheGuide(company.collective(), "LUMP_SUM");
        Answer dryRun = company.door()
                .post("/premium/v1/returns?submit=true&dryRun=true", content)
                .expect(200);
        Answer filed = company.door()
                .file("/premium/v1/returns?submit=true", "return-2021", content)
                .expect(201);
        story.same("dry run and filing agree", dryRun.at("/calculation"), filed.at("/calculation"));
        ReturnChapter chapter = new ReturnChapter(story, company, filed);
        chapter.trace();
        chapter.collectiveFigures();
        chapter.receipt();
        Answer again = company.door().file("/premium/v1/returns?submit=true", "return-2021", content);
        story.same("a retry gets the same answer", filed.body(), again.body());
        story.tell("the same request again: the same return, the same receipt");
        return filed;
    }

    private String fileHeadOffice(Company company) {
        story.chapter("It files the head office's return: a little was overpaid, 2022 is paid in four instalments");
        Answer filed = company.door()
                .file(
                        "/premium/v1/returns?submit=true",
                        "return-hq-2021",
                        PremiumReturns.ofAHeadOffice(company.headOffice()))
                .expect(201);
        new ReturnChapter(story, company, filed).headOfficeFigures();
        return filed.text("/id");
    }
}
