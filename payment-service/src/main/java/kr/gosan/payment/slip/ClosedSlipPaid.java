package kr.gosan.payment.slip;

import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * Money that was paid in time was told of after the slip was closed, in the transaction that goes on and before the payment is
 * booked: whoever has the debt meanwhile gives it back.
 *
 * @param premium what the payment settles of the premium, by fund; the lump-sum discount it earns is part of it
 */
public record ClosedSlipPaid(UUID slipId, UUID noticeId, Map<Fund, Won> premium) {

    public ClosedSlipPaid {
        premium = Map.copyOf(premium);
    }
}
