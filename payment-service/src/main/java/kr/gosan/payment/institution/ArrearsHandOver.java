package kr.gosan.payment.institution;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.debt.Debt;

/**
 * Tells 국민건강보험공단 what it has to collect (보험료징수법 §4, §27–28). Nothing is asked of it; what it collects it tells by
 * itself.
 */
public interface ArrearsHandOver {

    /**
     * The receipt number, or nothing when there was no answer: then tell again later, the same with the same request id.
     *
     * @throws InstitutionFault when the message itself is refused or the answer was signed by nobody: a defect
     */
    Optional<String> tell(Message message);

    /** What is told about a debt. */
    enum Change {
        /** Collect this. */
        HANDED_OVER,
        /** Collect this much from now on, which is less than before. */
        REDUCED,
        /** Collect nothing any more. */
        TAKEN_BACK
    }

    /**
     * @param requestId names the message for ever
     * @param dueDate the day after which late charges run
     * @param principal premium to be collected by fund, from now on, with the late charge that grows on it; empty when taken back
     * @param others what else is to be collected from now on, by what it is and fund; empty when taken back
     * @param on the day it is told, where the workplace lives
     */
    record Message(
            UUID requestId,
            Change change,
            Debt debt,
            LocalDate dueDate,
            Map<Fund, Won> principal,
            Map<OpenItem.Item, Map<Fund, Won>> others,
            LocalDate on) {}
}
