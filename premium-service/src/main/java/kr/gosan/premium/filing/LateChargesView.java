package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.arrears.Arrears;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The late charges of a return's slips as they stand on a day. Money in won.
 *
 * @param lateCharge of all slips
 */
@Schema(name = "LateCharges")
public record LateChargesView(UUID returnId, LocalDate on, Won unpaid, Won lateCharge, List<SlipArrearsView> slips) {

    static LateChargesView of(UUID returnId, LocalDate on, List<SlipArrearsView> slips) {
        return new LateChargesView(
                returnId,
                on,
                Won.sum(slips.stream().map(SlipArrearsView::unpaid).toList()),
                Won.sum(slips.stream().map(SlipArrearsView::lateCharge).toList()),
                slips);
    }

    /**
     * One slip.
     *
     * @param period 0 for a lump sum, else the number of the instalment
     * @param dueDate the last day in time, by the business calendar and every extension
     * @param chargedAfter the last day without a charge: only an extension that stops late charges moves it
     * @param payable as the slip says
     * @param lostDiscount the lump-sum discount that is owed after all because the slip was not paid in time
     * @param paid up to the day
     * @param parts what was paid late, each with the charge up to its day; last what is unpaid
     */
    @Schema(name = "SlipArrears")
    public record SlipArrearsView(
            Insurance insurance,
            int period,
            LocalDate statutoryDueDate,
            LocalDate dueDate,
            LocalDate chargedAfter,
            Won payable,
            Won lostDiscount,
            Won paid,
            Won unpaid,
            Won lateCharge,
            List<PartView> parts) {

        static SlipArrearsView of(SlipView slip, Arrears arrears) {
            return new SlipArrearsView(
                    slip.insurance(),
                    slip.period(),
                    arrears.due().statutory(),
                    arrears.due().due(),
                    arrears.chargedAfter(),
                    slip.payable(),
                    arrears.lostDiscount(),
                    arrears.paid(),
                    arrears.unpaid(),
                    arrears.lateCharge(),
                    arrears.parts().stream().map(PartView::of).toList());
        }
    }

    /**
     * A part of what a slip owes.
     *
     * @param paidOn missing for what is still unpaid
     * @param daysLate up to that day, the due date not counted; 0 when it is not late
     */
    @Schema(name = "LateChargePart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PartView(Won amount, LocalDate paidOn, long daysLate, Won lateCharge, TraceLine trace) {

        static PartView of(Arrears.Part part) {
            return new PartView(
                    part.amount(),
                    part.paidOn().orElse(null),
                    part.charge().daysLate(),
                    part.charge().amount(),
                    part.charge().trace());
        }
    }
}
