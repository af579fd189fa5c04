package kr.gosan.payment.clearance;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A certificate as it is asked for.
 *
 * @param insurances one or both
 * @param submittedTo whom it is for; may be left out
 */
@Schema(
        name = "ClearanceCertificateRequest",
        requiredProperties = {"managementNo", "insurances", "purpose"})
record ClearanceRequest(
        WorkplaceNumber managementNo,
        List<Insurance> insurances,
        ClearanceCertificate.Purpose purpose,
        String submittedTo)
        implements RequestBody {

    /** Example of a request; a test sends it. */
    static final String EXAMPLE = "{\"managementNo\": \"123-45-67891-6\", \"insurances\": [\"EI\", \"IA\"],"
            + " \"purpose\": \"PUBLIC_CONTRACT\", \"submittedTo\": \"조달청\"}";

    private static final int LONGEST_NAME = 60;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/managementNo", managementNo);
        errors.required("/insurances", insurances);
        if (insurances != null && insurances.isEmpty()) {
            errors.add("/insurances", "required");
        }
        if (insurances != null
                && (insurances.stream().anyMatch(Objects::isNull)
                        || insurances.stream().distinct().count() < insurances.size())) {
            errors.add("/insurances", "insurance-named-twice");
        }
        errors.required("/purpose", purpose);
        errors.text("/submittedTo", submittedTo, LONGEST_NAME);
    }

    Set<Insurance> insured() {
        return EnumSet.copyOf(insurances);
    }
}
