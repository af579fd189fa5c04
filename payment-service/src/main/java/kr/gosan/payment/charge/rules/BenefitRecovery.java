package kr.gosan.payment.charge.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;

/**
 * 급여징수금: the part of an accident's benefits that the employer bears (보험료징수법 §26, 시행령 §34–35), by the law of the
 * accident's day. For an accident while the establishment notice was neglected, half of the benefits; for one while payment
 * of the premium was neglected, a tenth, but not when half of the premium up to the accident's quarter, or more, was paid.
 * Where both hold only the higher one is recovered. Each is at most five times the premium of the neglected period, over
 * all assessments for the accident; each is truncated below 10 won.
 *
 * @param amount the higher of the two, zero when neither holds
 * @param grounds both, each with its conditions answered
 */
public record BenefitRecovery(Won amount, Optional<Ground> ground, List<Assessed> grounds, List<TraceLine> trace) {

    private static final String NOTICE_SHARE = "benefit-recovery.share.late-establishment";
    private static final String PREMIUM_SHARE = "benefit-recovery.share.overdue-premium";
    private static final String PAID_RATIO = "benefit-recovery.paid-ratio";
    private static final String CAP_FACTOR = "benefit-recovery.cap-factor";
    private static final String CLAIM_YEARS = "benefit-recovery.claim-years";
    private static final String BASIS = "보험료징수법 §26①; 시행령 §34";

    /** Why benefits are recovered. */
    public enum Ground {
        /** §26① 1호. */
        LATE_ESTABLISHMENT,
        /** §26① 2호. */
        OVERDUE_PREMIUM
    }

    /** What has to hold for a ground. */
    public enum Condition {
        /** The accident happened while the establishment notice was neglected. */
        NOTICE_NEGLECTED,
        /** The accident happened while an instalment was overdue. */
        PREMIUM_OVERDUE,
        /** Less than half of the premium up to the accident's quarter was paid. */
        PAID_LESS_THAN_HALF,
        /** At least one benefit is of those that count. */
        BENEFITS_COUNT
    }

    /** @param explanation the figures it was decided on */
    public record Answered(Condition condition, boolean holds, String explanation) {}

    /**
     * A ground with everything it was decided on.
     *
     * @param benefits those that count
     * @param cap what may be recovered at most, after what was assessed before
     * @param amount zero when a condition does not hold
     */
    public record Assessed(Ground ground, List<Answered> conditions, Won benefits, Won cap, Won amount) {}

    /**
     * The facts of a case.
     *
     * @param treatmentFrom when treatment started; the day of the accident when the person died in it
     * @param due the instalments of the accident's year and of the years before
     * @param assessedBefore for the accident, and not cancelled
     */
    public record Facts(
            LocalDate accidentOn,
            LocalDate treatmentFrom,
            List<Benefit> benefits,
            Optional<LateEstablishment> establishment,
            List<PremiumDue> due,
            Won assessedBefore) {

        public Facts {
            benefits = List.copyOf(benefits);
            due = List.copyOf(due);
        }
    }

    /** Either the assessment or every look-up that had no answer. */
    public sealed interface Answer {

        record Known(BenefitRecovery recovery) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    public static Answer of(Facts facts, LawBook book) {
        Terms law = Terms.from(book)
                .on(facts.accidentOn(), NOTICE_SHARE, PREMIUM_SHARE, PAID_RATIO, CAP_FACTOR, CLAIM_YEARS);
        if (!law.areKnown()) {
            return new Answer.Unknown(law.refusals());
        }
        List<TraceLine> trace = new ArrayList<>();
        Assessed late = lateEstablishment(facts, law, trace);
        Assessed overdue = overduePremium(facts, law, trace);
        Assessed higher = late.amount().compareTo(overdue.amount()) >= 0 ? late : overdue;
        trace.add(Step.of("benefit-recovery", "보험료징수법 §26; 시행령 §35")
                .in("lateEstablishment", late.amount())
                .in("overduePremium", overdue.amount())
                .gives(
                        "the higher of " + late.amount() + " and " + overdue.amount() + " = " + higher.amount(),
                        higher.amount()));
        return new Answer.Known(new BenefitRecovery(
                higher.amount(),
                higher.amount().isPositive() ? Optional.of(higher.ground()) : Optional.empty(),
                List.of(late, overdue),
                trace));
    }

    private static Assessed lateEstablishment(Facts facts, Terms law, List<TraceLine> trace) {
        LocalDate anniversary =
                facts.treatmentFrom().plusYears(law.the(CLAIM_YEARS).whole());
        LocalDate last = anniversary.withDayOfMonth(anniversary.lengthOfMonth());
        Won benefits = Won.sum(facts.benefits().stream()
                .filter(benefit -> !benefit.claimArisenOn().isAfter(last))
                .map(Benefit::amount)
                .toList());
        boolean neglected = facts.establishment()
                .filter(it -> it.covers(facts.accidentOn()))
                .isPresent();
        List<Answered> conditions = List.of(
                new Answered(
                        Condition.NOTICE_NEGLECTED,
                        neglected,
                        facts.establishment()
                                .map(it -> "notice due " + it.noticeDueOn() + ", given "
                                        + it.notifiedOn()
                                                .map(LocalDate::toString)
                                                .orElse("not yet") + ", accident "
                                        + facts.accidentOn())
                                .orElse("no neglected notice stated")),
                new Answered(
                        Condition.BENEFITS_COUNT,
                        benefits.isPositive(),
                        "claims that arose up to " + last + ": " + benefits));
        Won premium = facts.establishment().map(LateEstablishment::premium).orElse(Won.ZERO);
        return assess(Ground.LATE_ESTABLISHMENT, NOTICE_SHARE, conditions, benefits, premium, facts, law, trace);
    }

    private static Assessed overduePremium(Facts facts, Terms law, List<TraceLine> trace) {
        List<PremiumDue> overdue = facts.due().stream()
                .filter(due -> due.isOverdueOn(facts.accidentOn()))
                .toList();
        List<PremiumDue> counted = counted(facts, overdue);
        Won premium = Won.sum(counted.stream().map(PremiumDue::premium).toList());
        Won paid =
                premium.minus(Won.sum(counted.stream().map(PremiumDue::unpaid).toList()));
        Won benefits = Won.sum(facts.benefits().stream().map(Benefit::amount).toList());
        List<Answered> conditions = List.of(
                new Answered(
                        Condition.PREMIUM_OVERDUE,
                        !overdue.isEmpty(),
                        overdue.isEmpty()
                                ? "nothing was overdue on " + facts.accidentOn()
                                : "overdue on " + facts.accidentOn() + ": period "
                                        + String.join(
                                                ", ",
                                                overdue.stream()
                                                        .map(due -> due.period() + " of " + due.year() + " (due "
                                                                + due.dueDate() + ", unpaid " + due.unpaid() + ")")
                                                        .toList())),
                new Answered(
                        Condition.PAID_LESS_THAN_HALF,
                        isLess(paid, premium, law.the(PAID_RATIO).figure()),
                        "paid " + paid + " of " + premium + " of " + years(counted)
                                + " up to the accident's quarter, limit "
                                + law.the(PAID_RATIO).rate()),
                new Answered(Condition.BENEFITS_COUNT, benefits.isPositive(), "benefits: " + benefits));
        // Five times the premium, not the levies that are collected along with it.
        Won neglected =
                Won.sum(overdue.stream().map(PremiumDue::accidentPremium).toList());
        return assess(Ground.OVERDUE_PREMIUM, PREMIUM_SHARE, conditions, benefits, neglected, facts, law, trace);
    }

    /**
     * What is looked at for the paid ratio: the accident's year up to its quarter. Where nothing of that year was to be paid
     * yet, the whole of the years of which something is overdue.
     */
    private static List<PremiumDue> counted(Facts facts, List<PremiumDue> overdue) {
        int year = facts.accidentOn().getYear();
        List<PremiumDue> own = facts.due().stream()
                .filter(due -> due.year() == year && due.isUpToQuarterOf(facts.accidentOn()))
                .toList();
        if (own.stream().anyMatch(due -> due.premium().isPositive())) {
            return own;
        }
        List<Integer> years = overdue.stream().map(PremiumDue::year).distinct().toList();
        return facts.due().stream()
                .filter(due -> years.contains(due.year()) && due.isUpToQuarterOf(facts.accidentOn()))
                .toList();
    }

    private static String years(List<PremiumDue> due) {
        return String.join(
                ", ",
                due.stream().map(it -> Integer.toString(it.year())).distinct().toList());
    }

    private static Assessed assess(
            Ground ground,
            String share,
            List<Answered> conditions,
            Won benefits,
            Won premium,
            Facts facts,
            Terms law,
            List<TraceLine> trace) {
        Won whole = premium.times(law.the(CAP_FACTOR).whole());
        Won cap = whole.minus(facts.assessedBefore()).max(Won.ZERO);
        if (!conditions.stream().allMatch(Answered::holds)) {
            return new Assessed(ground, conditions, benefits, cap, Won.ZERO);
        }
        BigDecimal part = law.the(share).rate().of(benefits);
        Won amount = Rounding.TRUNCATE_BELOW_TEN_WON.apply(part.min(BigDecimal.valueOf(cap.amount())));
        trace.add(Step.of("benefit-recovery." + name(ground), BASIS)
                .in("benefits", benefits)
                .in("neglectedPremium", premium)
                .in("assessedBefore", facts.assessedBefore())
                .using(law.the(share))
                .using(law.the(CAP_FACTOR))
                .truncated()
                .gives(
                        benefits + " × " + law.the(share).rate() + ", at most " + premium + " × "
                                + law.the(CAP_FACTOR).whole() + " − " + facts.assessedBefore() + " = " + cap + " → "
                                + amount,
                        amount));
        return new Assessed(ground, conditions, benefits, cap, amount);
    }

    private static String name(Ground ground) {
        return ground == Ground.LATE_ESTABLISHMENT ? "late-establishment" : "overdue-premium";
    }

    /** paid ÷ premium below the limit in per cent, compared exactly; exactly the limit is not below it. */
    private static boolean isLess(Won paid, Won premium, BigDecimal percent) {
        BigInteger hundred = BigInteger.valueOf(100);
        return new BigDecimal(BigInteger.valueOf(paid.amount()).multiply(hundred))
                        .compareTo(percent.multiply(BigDecimal.valueOf(premium.amount())))
                < 0;
    }
}
