package kr.gosan.payment.debt;

import java.util.Optional;
import java.util.UUID;
import kr.gosan.payment.debt.SlipState.Cause;

/**
 * Why a slip was issued.
 *
 * @param causeId what it followed from; empty for the return itself
 * @param correctionNo place of the correction in its return's chain, where one was the reason
 */
public record SlipReason(Cause cause, Optional<UUID> causeId, Optional<Integer> correctionNo) {

    public static final SlipReason RETURN_FILED =
            new SlipReason(Cause.RETURN_FILED, Optional.empty(), Optional.empty());

    public static SlipReason adjusted(UUID adjustmentId, int correctionNo) {
        return new SlipReason(Cause.PREMIUM_ADJUSTED, Optional.of(adjustmentId), Optional.of(correctionNo));
    }

    public static SlipReason of(Cause cause, UUID causeId) {
        return new SlipReason(cause, Optional.of(causeId), Optional.empty());
    }
}
