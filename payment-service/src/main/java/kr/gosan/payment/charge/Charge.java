package kr.gosan.payment.charge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;

/**
 * A benefit recovery (급여징수금) or a fine (과태료) that was assessed.
 *
 * @param kind BENEFIT_RECOVERY or FINE
 * @param insurance of a fine, the one whose duty was neglected
 * @param caseNo the office's number of the accident or of the violation
 * @param ground why: a ground of recovery, or the kind of violation
 * @param cancelledOn missing unless it was cancelled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Charge(
        UUID chargeId,
        DebtKind kind,
        WorkplaceNumber managementNo,
        int insuranceYear,
        Insurance insurance,
        String caseNo,
        String ground,
        Won amount,
        LocalDate assessedOn,
        LocalDate dueDate,
        LocalDate cancelledOn) {

    Debt debt() {
        return Debt.ofCharge(kind, managementNo, insuranceYear, chargeId, insurance);
    }
}
