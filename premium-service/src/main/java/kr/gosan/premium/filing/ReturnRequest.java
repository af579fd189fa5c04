package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.calculation.PaymentMethod;
import kr.gosan.premium.calculation.ReturnContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A premium return as a client states it.
 *
 * @param clientReference the client's own name for the filing, by which it can be found again; at most 100 characters
 * @param insuranceYear the year whose premium is confirmed; the estimate is for the next
 * @param particulars section 가; the latest known ones hold where it is missing
 * @param monthlyBases section 나; a return is accepted without it
 * @param confirmed section 다; missing only when the workplace was established after that year
 * @param previousEstimate as {@code confirmed}; may be missing too when the return of the year before is on record
 * @param estimated section 라; missing only when the insurance relation ended
 * @param works section 마; only of a single work
 * @param payment section 바
 * @param offsetRequest section 사; must repeat what the return comes to
 * @param refundAccount needed when a refund arises
 */
@Schema(requiredProperties = {"managementNo", "insuranceYear", "payment"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReturnRequest(
        WorkplaceNumber managementNo,
        String clientReference,
        Integer insuranceYear,
        Particulars particulars,
        MonthlyTable monthlyBases,
        ReturnFields.Confirmed confirmed,
        PreviousEstimate previousEstimate,
        ReturnFields.Estimated estimated,
        List<CarriedWork> works,
        ReturnFields.Payment payment,
        OffsetRequest offsetRequest,
        ReturnFields.RefundAccount refundAccount)
        implements RequestBody {

    @Override
    public void check(FieldErrors errors) {
        errors.required("/managementNo", managementNo);
        errors.text("/clientReference", clientReference, 100);
        ReturnFields.check(insuranceYear, confirmed, previousEstimate, estimated, payment, refundAccount, errors);
        if (particulars != null) {
            particulars.check("/particulars", errors);
        }
        if (monthlyBases != null) {
            monthlyBases.check("/monthlyBases", errors);
        }
        if (works != null) {
            CarriedWork.check(works, errors);
        }
        if (offsetRequest != null) {
            offsetRequest.check("/offsetRequest", errors);
        }
    }

    public ReturnContent content() {
        return ReturnFields.content(insuranceYear, confirmed, previousEstimate, estimated, payment, refundAccount);
    }

    /** The same, paid in another way; a null leaves the way as it is. */
    public ReturnRequest paying(PaymentMethod industrialAccident, PaymentMethod employment) {
        return new ReturnRequest(
                managementNo,
                clientReference,
                insuranceYear,
                particulars,
                monthlyBases,
                confirmed,
                previousEstimate,
                estimated,
                works,
                new ReturnFields.Payment(
                        industrialAccident == null ? payment.industrialAccident() : industrialAccident,
                        employment == null ? payment.employment() : employment),
                offsetRequest,
                refundAccount);
    }

    /** The same as it may be shown, signed and stored in the clear. */
    public ReturnRequest masked() {
        return refundAccount == null ? this : with(refundAccount.masked());
    }

    ReturnRequest with(ReturnFields.RefundAccount account) {
        return new ReturnRequest(
                managementNo,
                clientReference,
                insuranceYear,
                particulars,
                monthlyBases,
                confirmed,
                previousEstimate,
                estimated,
                works,
                payment,
                offsetRequest,
                account);
    }

    /**
     * A beginning of the next year's return: what is likely to hold again. Its confirmed remuneration is still open, its
     * monthly table and its previous estimate belong to a year of their own, and periods and reasons to this one's.
     */
    ReturnRequest nextYear() {
        int estimateYear = insuranceYear + 2;
        List<CarriedWork> goingOn = works == null
                ? null
                : works.stream()
                        .filter(work -> work.to().getYear() >= estimateYear)
                        .toList();
        return new ReturnRequest(
                managementNo,
                null,
                insuranceYear + 1,
                particulars,
                null,
                null,
                null,
                estimated == null ? null : estimated.again(),
                goingOn,
                payment,
                null,
                refundAccount);
    }

    /**
     * With what the records know and the filer leaves out; a null adds nothing.
     *
     * @param recorded last year's estimate as it is on record
     * @param latest the workplace's latest particulars
     */
    ReturnRequest completed(PreviousEstimate recorded, Particulars latest) {
        Particulars whole = particulars == null || latest == null ? particulars : particulars.over(latest);
        return new ReturnRequest(
                managementNo,
                clientReference,
                insuranceYear,
                whole == null ? latest : whole,
                monthlyBases,
                confirmed,
                previousEstimate == null ? recorded : previousEstimate,
                estimated,
                works,
                payment,
                offsetRequest,
                refundAccount);
    }
}
