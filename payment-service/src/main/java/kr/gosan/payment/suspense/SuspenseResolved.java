package kr.gosan.payment.suspense;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * Data of the event {@code kr.gosan.payment.suspense-resolved.v1}.
 *
 * @param noticeId of the bank that told of the money; or
 * @param collectionId that left it
 * @param slipId the slip it settled
 * @param managementNo whose slip or arrears it settled; of a return, whose slip it had been paid for, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuspenseResolved(
        UUID resolutionId,
        UUID noticeId,
        UUID collectionId,
        Resolution.Way way,
        UUID slipId,
        WorkplaceNumber managementNo,
        Insurance insurance,
        Won amount,
        LocalDate resolvedOn) {

    static final String TYPE = "kr.gosan.payment.suspense-resolved.v1";
}
