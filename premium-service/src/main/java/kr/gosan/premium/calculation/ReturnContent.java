package kr.gosan.premium.calculation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.EmployerKind;

/**
 * What a premium return states (form 23): the remuneration of the year gone by, what was reported and paid for it a
 * year ago, the remuneration expected next, and how that is paid.
 *
 * @param insuranceYear the year whose premium is confirmed; the estimate is for the next
 * @param confirmed empty when the workplace did not exist in that year, or its kind has no confirmed premium
 * @param previous by fund, what was estimated for that year; empty when the workplace did not exist in it
 * @param estimated empty when the insurance relation ended: there is nothing to estimate
 * @param reductionReason why less than 70 % is estimated, where it is
 * @param payment for each insurance
 * @param refundAccountHolder whose account a refund is to go to; empty when none is named
 */
public record ReturnContent(
        int insuranceYear,
        Optional<Remuneration> confirmed,
        Map<Fund, PreviousEstimate> previous,
        Optional<Remuneration> estimated,
        Optional<ReductionReason> reductionReason,
        Map<Insurance, PaymentMethod> payment,
        Optional<EmployerKind> refundAccountHolder) {

    /**
     * The estimated premium of a fund a year ago.
     *
     * @param reported 신고액, column ④ of the form
     * @param paid 납부액, column ⑤; not above {@code reported}
     */
    public record PreviousEstimate(Won reported, Won paid) {

        static final PreviousEstimate NONE = new PreviousEstimate(Won.ZERO, Won.ZERO);
    }

    public ReturnContent {
        previous = ordered(Fund.class, previous);
        payment = ordered(Insurance.class, payment);
    }

    private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> keys, Map<K, V> values) {
        Map<K, V> ordered = new EnumMap<>(keys);
        ordered.putAll(values);
        return Collections.unmodifiableMap(ordered);
    }

    /** The previous estimate of a fund; nothing reported and nothing paid where there was none. */
    public PreviousEstimate previous(Fund fund) {
        return previous.getOrDefault(fund, PreviousEstimate.NONE);
    }

    /** The same with nothing to estimate. */
    public ReturnContent withoutEstimated() {
        return new ReturnContent(
                insuranceYear, confirmed, previous, Optional.empty(), Optional.empty(), payment, refundAccountHolder);
    }

    public ReturnContent withConfirmed(Remuneration base) {
        return new ReturnContent(
                insuranceYear, Optional.of(base), previous, estimated, reductionReason, payment, refundAccountHolder);
    }
}
