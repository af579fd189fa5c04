package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.law.ReturnRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is known of a return before anything of it is written.
 *
 * @param particulars the latest that were told, else what is known from the establishment
 * @param previousEstimate what was reported and paid by the records; missing when the return of the year before is not on
 *     record
 * @param previousReturnId that return
 * @param rates of both years; a row whose rate is not known is missing
 * @param unknown every legal figure that is asked for and not known
 * @param schedule missing when the law of the year is not known
 * @param filedReturnId the return that is filed already; then only a correction is possible
 * @param refundAccount the account approved for refunds, its number masked; missing when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Prefill(
        WorkplaceNumber managementNo,
        int insuranceYear,
        WorkplaceKind kind,
        EmployeeScale employeeScale,
        EmployerKind employerKind,
        LocalDate establishedOn,
        LocalDate extinctOn,
        Particulars particulars,
        PreviousEstimate previousEstimate,
        UUID previousReturnId,
        List<RateView> rates,
        List<UnknownView> unknown,
        ScheduleView schedule,
        UUID filedReturnId,
        ReturnFields.RefundAccount refundAccount) {

    /** A rate and the days it holds, both inclusive. */
    @Schema(name = "RateInForce")
    public record RateView(ReturnRow row, LocalDate from, LocalDate to, Rate ratePerMille) {}

    @Schema(name = "UnknownFigure")
    public record UnknownView(String parameterId, LocalDate date, LookUp.Reason reason) {}

    /**
     * @param daysLeft from today to the due date; zero on it, negative after it
     * @param yearClosed whether the year can no longer be filed
     */
    @Schema(name = "ReturnSchedule")
    public record ScheduleView(
            LocalDate today,
            LocalDate statutoryDueDate,
            LocalDate dueDate,
            long daysLeft,
            boolean inTime,
            boolean instalmentsOpen,
            boolean lumpSumDiscountOpen,
            boolean eFilingReductionOpen,
            boolean yearClosed) {}
}
