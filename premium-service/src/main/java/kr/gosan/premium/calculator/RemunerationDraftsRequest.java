package kr.gosan.premium.calculator;

import java.util.EnumMap;
import java.util.Map;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.calculation.PaymentMethod;
import kr.gosan.premium.filing.ReturnFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A calculation whose bases are to become drafts of returns (화면연계).
 *
 * @param calculation its {@code employer} is not needed: the workplaces are known
 * @param headOffice the head office's return; at least one of the two is named
 * @param payment in all drafts; LUMP_SUM when missing
 */
@Schema(
        name = "RemunerationDrafts",
        requiredProperties = {"calculation"})
public record RemunerationDraftsRequest(
        RemunerationFields calculation, Target headOffice, Target collective, ReturnFields.Payment payment)
        implements RequestBody {

    /** Whose return it becomes, and the client's own name for it. */
    @Schema(
            name = "DraftTarget",
            requiredProperties = {"managementNo"})
    public record Target(WorkplaceNumber managementNo, String clientReference) {

        private void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/managementNo", managementNo);
            errors.text(pointer + "/clientReference", clientReference, 100);
        }
    }

    @Override
    public void check(FieldErrors errors) {
        errors.required("/calculation", calculation);
        if (calculation != null) {
            calculation.check("/calculation", errors);
        }
        if (headOffice == null && collective == null) {
            errors.add("/headOffice", "required");
        }
        if (headOffice != null) {
            headOffice.check("/headOffice", errors);
        }
        if (collective != null) {
            collective.check("/collective", errors);
        }
        if (payment != null) {
            errors.required("/payment/industrialAccident", payment.industrialAccident());
            errors.required("/payment/employment", payment.employment());
        }
    }

    /** What is to be drafted, by the kind of workplace it must be. */
    Map<WorkplaceKind, Target> targets() {
        Map<WorkplaceKind, Target> targets = new EnumMap<>(WorkplaceKind.class);
        if (headOffice != null) {
            targets.put(WorkplaceKind.CONSTRUCTION_HQ, headOffice);
        }
        if (collective != null) {
            targets.put(WorkplaceKind.CONSTRUCTION_COLLECTIVE, collective);
        }
        return targets;
    }

    static String pointer(WorkplaceKind kind) {
        return kind == WorkplaceKind.CONSTRUCTION_HQ ? "/headOffice/managementNo" : "/collective/managementNo";
    }

    ReturnFields.Payment paymentOrLumpSum() {
        return payment == null ? new ReturnFields.Payment(PaymentMethod.LUMP_SUM, PaymentMethod.LUMP_SUM) : payment;
    }
}
