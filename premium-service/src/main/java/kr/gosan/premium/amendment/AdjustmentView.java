package kr.gosan.premium.amendment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.premium.amendment.rules.Adjustment;
import kr.gosan.premium.amendment.rules.RemainingInstalments;
import kr.gosan.premium.filing.LeviesView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a correction changes, as the API shows it and the event tells it: only the insurances with a change. */
@Schema(name = "Adjustment")
public record AdjustmentView(List<InsuranceView> insurances) {

    /**
     * @param dueDate by when additional premium and surcharge are to be paid; missing when nothing is
     * @param refundInterestFrom first day of interest on a refund; missing when nothing is refunded
     * @param levies of industrial-accident insurance after the correction, as far as it was computed anew; otherwise they
     *     stay as they were
     * @param periods the instalments of a changed estimate; missing when it stays or is paid at once
     */
    @Schema(name = "AdjustmentOfInsurance")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InsuranceView(
            Insurance insurance,
            List<Adjustment.Line> lines,
            boolean smallAmount,
            LocalDate dueDate,
            LocalDate refundInterestFrom,
            List<RemainingInstalments.Instalment> periods,
            LeviesView levies) {}
}
