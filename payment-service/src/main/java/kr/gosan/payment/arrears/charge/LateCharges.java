package kr.gosan.payment.arrears.charge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.order.CollectionOrder;

/**
 * The late charges on a debt's premium as they stand on a day: on what came late up to the day it came, and on what is unpaid
 * up to the day itself. There is none on late charges, surcharges and benefit recoveries (보험료징수법 §25①, 시행령 §33): only the
 * premium goes in here.
 */
public record LateCharges(List<Part> parts) {

    /**
     * The charge on what was paid on one day, or on what is still unpaid. It is computed on the funds together and truncated
     * once; the funds bear it in proportion, in whole won.
     *
     * @param paidOn empty for what is still unpaid
     */
    public record Part(Map<Fund, Won> amounts, Optional<LocalDate> paidOn, LateCharge charge) {

        public Won amount() {
            return Won.sum(amounts.values());
        }

        /** The charge as the funds bear it; adds up to it. */
        public Map<Fund, Won> byFund() {
            List<Won> shares = CollectionOrder.inProportion(charge.amount(), List.copyOf(amounts.values()));
            Map<Fund, Won> charges = new EnumMap<>(Fund.class);
            int next = 0;
            for (Fund fund : amounts.keySet()) {
                charges.put(fund, shares.get(next++));
            }
            return charges;
        }
    }

    /** Either the charges or every look-up that had no answer. */
    public sealed interface Answer {

        record Known(LateCharges charges) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    public LateCharges {
        parts = List.copyOf(parts);
    }

    /**
     * @param name of the debt; begins the names of the steps, such as {@code ia.period-0}
     * @param chargedAfter the last day without a charge; the law of that day applies
     */
    public static Answer of(String name, Principal principal, LocalDate chargedAfter, LocalDate on, LawBook book) {
        List<Part> parts = new ArrayList<>();
        List<LookUp.Refused> refusals = new ArrayList<>();
        principal.settledBy(on).tailMap(chargedAfter.plusDays(1)).forEach((day, amounts) -> {
            String step = name + ".late-charge.paid-" + day;
            add(step, amounts, Optional.of(day), chargedAfter, day, book, parts, refusals);
        });
        Map<Fund, Won> open = principal.openOn(on);
        if (!open.isEmpty()) {
            add(name + ".late-charge.unpaid", open, Optional.empty(), chargedAfter, on, book, parts, refusals);
        }
        return refusals.isEmpty()
                ? new Answer.Known(new LateCharges(parts))
                : new Answer.Unknown(refusals.stream().distinct().toList());
    }

    private static void add(
            String step,
            Map<Fund, Won> amounts,
            Optional<LocalDate> paidOn,
            LocalDate chargedAfter,
            LocalDate until,
            LawBook book,
            List<Part> parts,
            List<LookUp.Refused> refusals) {
        switch (LateCharge.of(step, Won.sum(amounts.values()), chargedAfter, until, book)) {
            case LateCharge.Answer.Known it -> parts.add(new Part(amounts, paidOn, it.charge()));
            case LateCharge.Answer.Unknown it -> refusals.addAll(it.refusals());
        }
    }

    /** All of them. */
    public Won amount() {
        return Won.sum(parts.stream().map(part -> part.charge().amount()).toList());
    }

    /** Those on what was paid: they no longer grow. */
    public Map<Fund, Won> onWhatWasPaid() {
        return sum(parts.stream().filter(part -> part.paidOn().isPresent()).toList());
    }

    /** Those on what is still unpaid: they grow until it is paid. */
    public Map<Fund, Won> onWhatIsOpen() {
        return sum(parts.stream().filter(part -> part.paidOn().isEmpty()).toList());
    }

    private static Map<Fund, Won> sum(List<Part> parts) {
        Map<Fund, Won> sums = new EnumMap<>(Fund.class);
        parts.forEach(part -> part.byFund().forEach((fund, amount) -> sums.merge(fund, amount, Won::plus)));
        return sums;
    }
}
