package kr.gosan.coverage.insured;

import java.time.LocalDate;
import kr.gosan.coverage.code.Occupation;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 피보험자격 취득신고, as the employer sends it.
 *
 * @param acquiredOn first day of employment, or the day of establishment for those who were there before
 * @param occupationCode KECO 2018, three digits
 * @param monthlyRemuneration 월평균보수, more than zero
 * @param weeklyHours contractual hours a week, 1 to 168
 * @param contractEndsOn last day of the contract; exactly when {@code fixedTerm}
 * @param clientReference the client's own name for the report; may be missing
 */
@Schema(
        requiredProperties = {
            "name",
            "residentNumber",
            "acquiredOn",
            "occupationCode",
            "monthlyRemuneration",
            "weeklyHours",
            "fixedTerm"
        })
public record AcquisitionReport(
        String name,
        ResidentNumber residentNumber,
        LocalDate acquiredOn,
        String occupationCode,
        Won monthlyRemuneration,
        Integer weeklyHours,
        Boolean fixedTerm,
        LocalDate contractEndsOn,
        String clientReference)
        implements RequestBody {

    /** Example of a report; a test sends it. */
    public static final String EXAMPLE = """
            {
              "name": "김고산",
              "residentNumber": "900101-1234568",
              "acquiredOn": "2022-03-02",
              "occupationCode": "701",
              "monthlyRemuneration": 3200000,
              "weeklyHours": 40,
              "fixedTerm": true,
              "contractEndsOn": "2022-12-31",
              "clientReference": "hire-0042"
            }""";

    private static final int HOURS_IN_A_WEEK = 7 * 24;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/name", name);
        errors.text("/name", name, 100);
        errors.required("/residentNumber", residentNumber);
        errors.required("/acquiredOn", acquiredOn);
        errors.required("/occupationCode", occupationCode);
        if (occupationCode != null && Occupation.of(occupationCode).isEmpty()) {
            errors.add("/occupationCode", "occupation-unknown");
        }
        errors.required("/monthlyRemuneration", monthlyRemuneration);
        if (monthlyRemuneration != null && monthlyRemuneration.isZero()) {
            errors.add("/monthlyRemuneration", "remuneration-zero");
        }
        errors.required("/weeklyHours", weeklyHours);
        if (weeklyHours != null && (weeklyHours < 1 || weeklyHours > HOURS_IN_A_WEEK)) {
            errors.add("/weeklyHours", "hours-out-of-range", HOURS_IN_A_WEEK);
        }
        errors.required("/fixedTerm", fixedTerm);
        if (Boolean.TRUE.equals(fixedTerm)) {
            errors.required("/contractEndsOn", contractEndsOn);
        } else if (Boolean.FALSE.equals(fixedTerm) && contractEndsOn != null) {
            errors.add("/contractEndsOn", "contract-has-no-end");
        }
        errors.text("/clientReference", clientReference, 100);
    }
}
