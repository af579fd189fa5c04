package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.calculation.ReturnContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A premium return as a client states it.
 *
 * @param clientReference the client's own name for the filing, by which it can be found again; at most 100 characters
 * @param insuranceYear the year whose premium is confirmed; the estimate is for the next
 * @param confirmed missing only when the workplace was established after that year
 * @param previousEstimate as {@code confirmed}
 * @param refundAccount needed when a refund arises
 */
@Schema(requiredProperties = {"managementNo", "insuranceYear", "estimated", "payment"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReturnRequest(
        WorkplaceNumber managementNo,
        String clientReference,
        Integer insuranceYear,
        ReturnFields.Confirmed confirmed,
        ReturnFields.PreviousEstimate previousEstimate,
        ReturnFields.Estimated estimated,
        ReturnFields.Payment payment,
        ReturnFields.RefundAccount refundAccount)
        implements RequestBody {

    @Override
    public void check(FieldErrors errors) {
        errors.required("/managementNo", managementNo);
        errors.text("/clientReference", clientReference, 100);
        ReturnFields.check(insuranceYear, confirmed, previousEstimate, estimated, payment, refundAccount, errors);
    }

    ReturnContent content() {
        return ReturnFields.content(insuranceYear, confirmed, previousEstimate, estimated, payment, refundAccount);
    }

    /** The same as it may be shown, signed and stored in the clear. */
    ReturnRequest masked() {
        return refundAccount == null ? this : with(refundAccount.masked());
    }

    ReturnRequest with(ReturnFields.RefundAccount account) {
        return new ReturnRequest(
                managementNo, clientReference, insuranceYear, confirmed, previousEstimate, estimated, payment, account);
    }
}
