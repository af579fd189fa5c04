package kr.gosan.payment.debt;

import java.util.Objects;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * A fund's line of the return (form 23): the premium of the year gone by against what was estimated for it, and the next
 * estimate. All amounts are zero or more.
 *
 * @param confirmed ③ confirmed premium
 * @param reported ④ what was reported as its estimate
 * @param paid ⑤ what of that was paid
 * @param additional ⑥ still to be paid
 * @param excess ⑦ paid too much: offset, and refunded where nothing is left to offset
 * @param estimated ⑩ the next estimate
 */
public record FundSettlement(
        Fund fund, Won confirmed, Won reported, Won paid, Won additional, Won excess, Won estimated) {

    public FundSettlement {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(confirmed, "confirmed");
        Objects.requireNonNull(reported, "reported");
        Objects.requireNonNull(paid, "paid");
        Objects.requireNonNull(additional, "additional");
        Objects.requireNonNull(excess, "excess");
        Objects.requireNonNull(estimated, "estimated");
    }
}
