package kr.gosan.payment.charge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * A benefit recovery (급여징수금) that was assessed.
 *
 * @param caseNo the office's number of the accident
 * @param cancelledOn missing unless it was cancelled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Charge(
        UUID chargeId,
        WorkplaceNumber managementNo,
        int insuranceYear,
        String caseNo,
        String ground,
        Won amount,
        LocalDate assessedOn,
        LocalDate dueDate,
        LocalDate cancelledOn) {}
