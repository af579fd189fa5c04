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

/** 보험관계 성립신고, as the employer sends it. Only the client's reference may be left out. */
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
        errors.text("/clientReference", clientReference, 100);
    }
}
