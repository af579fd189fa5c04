package kr.gosan.payment.slip;

import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.FundAccount;

/**
 * Money that was paid in time was told of after the slip was closed, in the transaction that goes on and before the payment is
 * booked: whoever has the debt meanwhile gives it back.
 *
 * @param settled what the payment settles, by the account it is owed on; the lump-sum discount it earns is part of it
 */
public record ClosedSlipPaid(UUID slipId, UUID noticeId, Map<FundAccount, Won> settled) {

    public ClosedSlipPaid {
        settled = Map.copyOf(settled);
    }
}
