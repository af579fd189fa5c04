package kr.gosan.payment.channel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.payment.channel.Refusal.Code;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.TransferOrder;

/**
 * What each way to pay takes (COMWEL, 2022년도 보험료 신고 및 납부안내, p.23). A way is open from its opening, inclusive, to its
 * closing, exclusive. Weekdays (평일) are the days banks work: Monday to Friday without public holidays and without May 1
 * (근로자의 날); where the guide prints 월–금, a holiday on one of these days counts.
 */
public final class ChannelRules {

    private static final String GUIDE = "COMWEL, 2022년도 고용·산재보험 보험료 신고 및 납부안내 (건설업·벌목업), 보험료 납부방법 안내";

    private final LawBook law;

    public ChannelRules(LawBook law) {
        this.law = law;
    }

    /** The first reason against the payment, or nothing: then it is taken. */
    public Optional<Refusal> refusal(Attempt attempt) {
        return Rule.inTurn(
                () -> when(attempt.day().isAfter(attempt.lastDay()), Code.AFTER_LAST_DAY),
                () -> when(!attempt.amount().equals(attempt.payable()), Code.AMOUNT_DIFFERS),
                () -> ofChannel(attempt),
                () -> attempt.fee().flatMap(told -> ofFee(attempt, told)));
    }

    /** What the payer bears on top of an amount paid on a day. */
    public FeeAnswer fee(Channel channel, Won amount, LocalDate day) {
        return switch (channel) {
            case CREDIT_CARD, DEBIT_CARD -> cardFee("channel.credit-card.fee", amount, day);
            case CHECK_CARD -> cardFee("channel.check-card.fee", amount, day);
            case MOBILE -> {
                LookUp least = law.on("channel.mobile.fee-least", day);
                LookUp most = law.on("channel.mobile.fee-most", day);
                yield least instanceof LookUp.Found(AppliedParameter from)
                                && most instanceof LookUp.Found(AppliedParameter to)
                        ? new FeeAnswer.Known(new Fee.FreeOrBetween(from.won(), to.won()))
                        : new FeeAnswer.Unknown(unknown("channel.mobile.fee-most", day));
            }
            case VIRTUAL_ACCOUNT, GIRO, INTERNET_BANKING, COUNTER, BRANCH, DEBIT_ACCOUNT ->
                new FeeAnswer.Known(Fee.Exact.NONE);
        };
    }

    /** A fee, or why it cannot be told. */
    public sealed interface FeeAnswer {
        record Known(Fee fee) implements FeeAnswer {}

        record Unknown(Refusal refusal) implements FeeAnswer {}
    }

    private Optional<Refusal> ofChannel(Attempt attempt) {
        Attempt.Circumstances known = attempt.circumstances();
        return switch (attempt.channel()) {
            case VIRTUAL_ACCOUNT ->
                Rule.inTurn(
                        () -> when(known.transfer() != TransferOrder.IMMEDIATE, Code.TRANSFER_NOT_IMMEDIATE),
                        () -> minimum(attempt),
                        () -> when(attempt.amount().amount() % 10 != 0, Code.NOT_WHOLE_TENS),
                        () -> when(!isWeekday(attempt.day()), Code.NOT_A_WEEKDAY),
                        () -> hours("channel.virtual-account", attempt),
                        () -> when(known.virtualAccountUsed(), Code.VIRTUAL_ACCOUNT_USED));
            case GIRO ->
                Rule.inTurn(
                        () -> when(!isMondayToFriday(attempt.day()), Code.NOT_A_WEEKDAY),
                        () -> hours("channel.giro", attempt));
            case COUNTER, BRANCH -> when(!isWeekday(attempt.day()), Code.NOT_A_BANKING_DAY);
            case MOBILE ->
                Rule.inTurn(
                        () -> when(!known.mobileNotice(), Code.NO_MOBILE_NOTICE),
                        () -> instalment("channel.mobile.first-instalment", attempt));
            case DEBIT_ACCOUNT, DEBIT_CARD ->
                Rule.inTurn(
                        () -> when(!known.debitRun(), Code.DEBIT_RUN_ONLY),
                        () -> instalment("channel.auto-debit.first-instalment", attempt));
            // Each bank has hours of its own for internet banking, and a card may be used at any time.
            case INTERNET_BANKING, CREDIT_CARD, CHECK_CARD -> Optional.empty();
        };
    }

    private Optional<Refusal> minimum(Attempt attempt) {
        return with(
                "channel.virtual-account.minimum",
                attempt.day(),
                least -> attempt.amount().compareTo(least.won()) < 0,
                Code.BELOW_MINIMUM);
    }

    private Optional<Refusal> instalment(String id, Attempt attempt) {
        return with(id, attempt.day(), first -> attempt.instalment() < first.whole(), Code.INSTALMENT_NOT_COVERED);
    }

    private Optional<Refusal> hours(String channel, Attempt attempt) {
        LocalTime time = attempt.time();
        return Rule.inTurn(
                () -> with(
                        channel + ".opens",
                        attempt.day(),
                        opens -> time.isBefore(opens.timeOfDay()),
                        Code.OUTSIDE_HOURS),
                () -> with(
                        channel + ".closes",
                        attempt.day(),
                        closes -> !time.isBefore(closes.timeOfDay()),
                        Code.OUTSIDE_HOURS));
    }

    private Optional<Refusal> ofFee(Attempt attempt, Won told) {
        return switch (fee(attempt.channel(), attempt.amount(), attempt.day())) {
            case FeeAnswer.Unknown(Refusal refusal) -> Optional.of(refusal);
            case FeeAnswer.Known(Fee fee) when fee.admits(told) -> Optional.empty();
            case FeeAnswer.Known it ->
                Rule.inTurn(() -> aboveCap(attempt, told), () -> Optional.of(of(Code.FEE_DIFFERS)));
        };
    }

    private Optional<Refusal> aboveCap(Attempt attempt, Won told) {
        return switch (attempt.channel()) {
            case CREDIT_CARD, CHECK_CARD, DEBIT_CARD ->
                with(
                        "channel.card.fee-cap",
                        attempt.day(),
                        cap -> told.compareTo(share(cap, attempt.amount())) > 0,
                        Code.FEE_ABOVE_CAP);
            default -> Optional.empty();
        };
    }

    private FeeAnswer cardFee(String id, Won amount, LocalDate day) {
        return switch (law.on(id, day)) {
            case LookUp.Found(AppliedParameter rate) -> new FeeAnswer.Known(new Fee.Exact(share(rate, amount)));
            case LookUp.Refused it -> new FeeAnswer.Unknown(unknown(id, day));
        };
    }

    /** Of a card's fee the fraction of a won is dropped. */
    private static Won share(AppliedParameter rate, Won amount) {
        return Rounding.TRUNCATE_BELOW_ONE_WON.apply(rate.rate().of(amount));
    }

    private Optional<Refusal> with(
            String id, LocalDate day, java.util.function.Predicate<AppliedParameter> against, Code code) {
        return switch (law.on(id, day)) {
            case LookUp.Found(AppliedParameter found) ->
                against.test(found)
                        ? Optional.of(new Refusal(
                                code,
                                found.source().document() + ", "
                                        + found.source().place()))
                        : Optional.empty();
            case LookUp.Refused it -> Optional.of(unknown(id, day));
        };
    }

    private static Refusal unknown(String id, LocalDate day) {
        return new Refusal(Code.TERMS_UNKNOWN, id + " on " + day);
    }

    private static Optional<Refusal> when(boolean against, Code code) {
        return against ? Optional.of(of(code)) : Optional.empty();
    }

    private static Refusal of(Code code) {
        return new Refusal(
                code,
                switch (code) {
                    case AFTER_LAST_DAY -> "보험료징수법 §17①, §19①; 민법 §161";
                    case FEE_DIFFERS, FEE_ABOVE_CAP -> "보험료징수법 §16의12; 시행령 §19의9③";
                    default -> GUIDE;
                });
    }

    /** A year the holiday table does not cover has no known holidays: its weeks still have weekends. */
    private static boolean isWeekday(LocalDate day) {
        BusinessCalendar calendar = BusinessCalendar.korea();
        return calendar.covers(day) ? calendar.isBusinessDay(day) : isMondayToFriday(day);
    }

    private static boolean isMondayToFriday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
