package kr.gosan.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kr.gosan.demo.client.Agency;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.Environment;
import kr.gosan.demo.client.FrontDoor;
import org.junit.jupiter.api.Test;

/** An agency acts for the employer that has mandated it, operations staff for everybody: with real tokens. */
class AgencyAndOperatorJourneyTest {

    private final FrontDoor door = TestStack.door();

    @Test
    void anAgencyActsForAWorkplaceAsLongAsItHoldsTheMandate() {
        Company company = TestStack.company("위탁건설");
        Agency agency = Agency.loggedIn(door, "한빛노무법인");
        String workplace = company.collective();
        String path = "/coverage/v1/workplaces/" + workplace;
        assertEquals("AGENCY", agency.door().get("/auth/v1/member").expect(200).text("/memberType"));
        assertEquals(403, agency.door().get(path).status());

        String mandate = agency.mandatedBy(company, workplace, "2022-03-02");
        assertEquals(
                workplace,
                agency.door().get("/coverage/v1/workplaces").expect(200).text("/items/0/managementNo"));
        agency.door().get(path).expect(200);

        var end = FrontDoor.JSON.createObjectNode().put("on", "2022-03-10");
        agency.door().file(path + "/mandates/" + mandate + "/end", "end", end).expect(201);
        assertEquals(403, agency.door().get(path).status());
        Company.await(
                () -> agency.door().get("/premium/v1/workplaces/" + workplace).status() == 403);
        company.door().get("/premium/v1/workplaces/" + workplace).expect(200);
    }

    @Test
    void operationsStaffReadsEveryWorkplaceAndFilesNothingInItsName() {
        Company company = TestStack.company("아무건설");
        FrontDoor operations = Environment.operations(door);
        String path = "/coverage/v1/workplaces/" + company.collective();
        assertEquals(company.collective(), operations.get(path).expect(200).text("/managementNo"));
        var ended =
                FrontDoor.JSON.createObjectNode().put("endedOn", "2022-03-09").put("reason", "BUSINESS_ENDED");
        assertEquals(403, operations.file(path + "/extinction", "k", ended).status());
        assertEquals(403, operations.get("/auth/v1/member").status());
    }
}
