package kr.gosan.coverage.workplace;

import java.time.LocalDate;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 보험관계 성립신고, as the employer sends it. What a kind of workplace does not have, and what is marked so, may be left out. */
@Schema(
        requiredProperties = {
            "managementNo",
            "businessNumber",
            "kind",
            "name",
            "employerKind",
            "employeeScale",
            "establishedOn"
        })
public record EstablishmentReport(
        WorkplaceNumber managementNo,
        BusinessNumber businessNumber,
        WorkplaceKind kind,
        String name,
        EmployerKind employerKind,
        EmployeeScale employeeScale,
        LocalDate establishedOn,

        @Schema(description = "Planned last day of the works; of a CONSTRUCTION_SINGLE, and of no other kind")
        LocalDate worksEndOn,

        @Schema(description = "City, county or district (시·군·구), such as 경상북도 울진군; may be left out")
        String district,

        @Schema(description = "The client's own name for the report; may be left out")
        String clientReference)
        implements RequestBody {

    /** Example of a report; a test sends it with numbers of its own. */
    public static final String EXAMPLE = """
            {
              "managementNo": "123-45-67891-6",
              "businessNumber": "123-45-67891",
              "kind": "CONSTRUCTION_COLLECTIVE",
              "name": "고산건설 건설일괄",
              "employerKind": "CORPORATION",
              "employeeScale": "UNDER_150",
              "establishedOn": "2021-01-04",
              "clientReference": "2021-0001"
            }""";

    @Override
    public void check(FieldErrors errors) {
        errors.required("/managementNo", managementNo);
        errors.required("/businessNumber", businessNumber);
        errors.required("/kind", kind);
        errors.required("/name", name);
        errors.text("/name", name, 100);
        errors.required("/employerKind", employerKind);
        errors.required("/employeeScale", employeeScale);
        errors.required("/establishedOn", establishedOn);
        if (kind == WorkplaceKind.CONSTRUCTION_SINGLE) {
            errors.required("/worksEndOn", worksEndOn);
        } else if (kind != null && worksEndOn != null) {
            errors.add("/worksEndOn", "only-of-a-single-work");
        }
        errors.text("/district", district, 100);
        errors.text("/clientReference", clientReference, 100);
    }
}
