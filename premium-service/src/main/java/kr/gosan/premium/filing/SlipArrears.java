package kr.gosan.premium.filing;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * What of a slip the National Health Insurance Service has to collect (보험료징수법 §4), as it was told. Late charges are no part
 * of it: they are no premium.
 *
 * @param withCollector whether the slip is closed and with NHIS now
 * @param open premium that NHIS has to collect, by fund
 * @param surcharge that NHIS has to collect
 * @param lapsed what of the estimate is not owed any more and was not paid, by fund
 * @param collected premium and surcharge that came since the hand-over, by NHIS or an offset
 * @param collectedOn the day of the last of it; empty when nothing came
 */
record SlipArrears(
        boolean withCollector,
        Map<Fund, Won> open,
        Won surcharge,
        Map<Fund, Won> lapsed,
        Won collected,
        Optional<LocalDate> collectedOn) {

    static final SlipArrears NONE = new SlipArrears(false, Map.of(), Won.ZERO, Map.of(), Won.ZERO, Optional.empty());

    /** What moves it. */
    enum Kind {
        HANDED_OVER,
        TAKEN_BACK,
        COLLECTED,
        COLLECTION_REVERSED,
        /** Something overpaid paid it. */
        OFFSET,
        /** A correction: never owed. */
        CORRECTED,
        /** The return that confirmed the year: not owed any more (보험료징수법 §19②). */
        SETTLED;

        boolean isPayment() {
            return this == COLLECTED || this == COLLECTION_REVERSED || this == OFFSET;
        }
    }

    /** What is collected; nothing else counts here. */
    enum Item {
        PREMIUM,
        SURCHARGE
    }

    /**
     * @param amount by what NHIS has more to collect; below zero less
     * @param ofEstimate by what the estimate is less without having been paid
     */
    record Movement(Kind kind, Item item, Fund fund, Won amount, Won ofEstimate, LocalDate on) {}

    /** @param movements in the order they were told */
    static SlipArrears of(List<Movement> movements) {
        boolean withCollector = false;
        Map<Fund, Won> open = new EnumMap<>(Fund.class);
        Map<Fund, Won> lapsed = new EnumMap<>(Fund.class);
        Won surcharge = Won.ZERO;
        Won collected = Won.ZERO;
        Optional<LocalDate> last = Optional.empty();
        for (Movement movement : movements) {
            if (movement.kind() == Kind.HANDED_OVER) {
                withCollector = true;
            }
            if (movement.kind() == Kind.TAKEN_BACK) {
                withCollector = false;
                surcharge = Won.ZERO;
                collected = Won.ZERO;
                last = Optional.empty();
            }
            if (movement.item() == Item.PREMIUM) {
                open.merge(movement.fund(), movement.amount(), Won::plus);
                lapsed.merge(movement.fund(), movement.ofEstimate(), Won::plus);
            } else {
                surcharge = surcharge.plus(movement.amount());
            }
            if (movement.kind().isPayment()) {
                collected = collected.minus(movement.amount());
                last = last.filter(day -> day.isAfter(movement.on())).or(() -> Optional.of(movement.on()));
            }
        }
        return new SlipArrears(withCollector, open, surcharge, lapsed, collected, last);
    }

    /** Everything that NHIS has to collect but the late charge. */
    Won owed() {
        return Won.sum(open.values()).plus(surcharge);
    }

    /** What of an estimate is paid, when money goes to the confirmed premium first. @param setOff what an excess covers */
    Won paidOf(Fund fund, Won estimate, Won setOff) {
        Won left = estimate.minus(lapsed.getOrDefault(fund, Won.ZERO)).max(Won.ZERO);
        Won unpaid = left.minus(setOff)
                .max(Won.ZERO)
                .min(open.getOrDefault(fund, Won.ZERO))
                .max(Won.ZERO);
        return left.minus(unpaid);
    }
}
