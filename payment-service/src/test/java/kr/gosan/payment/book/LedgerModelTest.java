package kr.gosan.payment.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.testing.ArbitraryFilings;
import kr.gosan.payment.testing.Corrections;
import kr.gosan.payment.testing.Office;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/**
 * Any sequence of returns, corrections, payments, reversals, hand-overs, collections, charges and refunds, one action after the
 * other: after each of them slips, messages, refunds and ledger tell one story, and no won is lost, doubled or on the wrong side.
 */
class LedgerModelTest {

    /** What happens, chosen among what there is by a number. */
    private record Deed(String name, Consumer<Office> does) {}

    /** So many that every one may settle the one before, and the days stay on the calendar. */
    private static final int RETURNS = 3;

    private static final Arbitrary<Integer> WHICH = Arbitraries.integers().between(0, 999);
    private static final Arbitrary<Long> CHANGE = Arbitraries.oneOf(
                    Arbitraries.just(0L), Arbitraries.longs().between(-300_000, 300_000))
            .map(ten -> ten * 10);

    private static Action.Independent<Office> action(Arbitrary<Deed> deeds) {
        return () -> deeds.map(deed -> Transformer.mutate(deed.name(), office -> {
            deed.does().accept(office);
            assertEquals(List.of(), office.faults(), deed.name());
        }));
    }

    @Provide
    Arbitrary<ActionChain<Office>> days() {
        return ActionChain.<Office>startWith(Office::new)
                .withAction(2, action(nextReturns()))
                .withAction(6, action(payments()))
                .withAction(1, action(oddPayments()))
                .withAction(3, action(reversals()))
                .withAction(3, action(corrections()))
                .withAction(3, action(passing()))
                .withAction(3, action(collections()))
                .withAction(1, action(collectionReversals()))
                .withAction(4, action(refunds()))
                .withAction(1, action(charges()))
                .withMaxTransformations(30);
    }

    @Property(tries = 600)
    void whateverHappensSlipsMessagesRefundsAndLedgerTellOneStory(@ForAll("days") ActionChain<Office> days) {
        days.run();
    }

    // ---- what happens

    /** The day moves on, and what is overdue by then may be handed over. */
    private static Arbitrary<Deed> passing() {
        return Combinators.combine(Arbitraries.integers().between(1, 60), Arbitraries.of(true, false))
                .as((days, handOver) -> new Deed(days + " days pass" + (handOver ? ", hand over" : ""), office -> {
                    office.today = office.today.plusDays(days);
                    if (handOver) {
                        office.collector.handOver();
                    }
                }));
    }

    private static Arbitrary<Deed> nextReturns() {
        return Combinators.combine(
                        ArbitraryFilings.filedReturns(), Arbitraries.integers().between(0, 60))
                .as((filed, day) -> new Deed("next return", office -> file(office, filed, day)));
    }

    /** The first return, or the next year's; when the day is late in the year the return is late. */
    private static void file(Office office, FiledReturn filed, int day) {
        int years = office.returns().size();
        if (years == RETURNS || office.today.getYear() > 2022 + years) {
            return;
        }
        LocalDate from = LocalDate.of(2022 + years, 2, 15).plusDays(day);
        office.today = office.today.isBefore(from) ? from : office.today;
        office.file(inYear(filed, years, office.today));
    }

    private static FiledReturn inYear(FiledReturn filed, int years, LocalDate day) {
        List<FiledInsurance> parts = filed.insurances().stream()
                .map(part -> new FiledInsurance(
                        part.insurance(),
                        part.paymentMethod(),
                        part.lines(),
                        part.periods().stream()
                                .map(period -> PaymentPeriod.of(
                                        period.period(),
                                        period.statutoryDueDate().plusYears(years),
                                        period.eFilingReduction(),
                                        period.funds()))
                                .toList(),
                        part.offset(),
                        part.refund()))
                .toList();
        return new FiledReturn(
                UUID.randomUUID(), "P-" + years, filed.managementNo(), filed.insuranceYear() + years, day, parts);
    }

    private static Arbitrary<Deed> payments() {
        return Combinators.combine(WHICH, Arbitraries.integers().between(0, 40), Arbitraries.of(true, false))
                .as((which, earlier, debited) -> new Deed("pay " + which + ", " + earlier + " days ago", office -> {
                    List<Slip> open = office.books.slips().stream()
                            .filter(slip -> slip.state() == SlipState.ISSUED || slip.state() == SlipState.CLOSED)
                            .toList();
                    if (open.isEmpty()) {
                        return;
                    }
                    Slip slip = open.get(which % open.size());
                    boolean reduced = debited
                            && slip.debt().period() > 0
                            && slip.figures().funds().stream()
                                    .anyMatch(row -> row.estimate()
                                                    .min(slip.figures()
                                                            .payableByFund()
                                                            .get(row.fund()))
                                                    .compareTo(Won.of(250))
                                            > 0);
                    // Some are paid on the last day, whenever they are told.
                    LocalDate day = which % 3 == 0 && slip.lastDay().isBefore(office.today)
                            ? slip.lastDay()
                            : office.bank.paidOn(slip, earlier);
                    office.bank.pay(slip, 0, Won.of(reduced ? 250 : 0), day);
                }));
    }

    /** Another amount, a slip that was paid or cancelled, or a number nobody knows. */
    private static Arbitrary<Deed> oddPayments() {
        return Combinators.combine(WHICH, Arbitraries.of(0L, 0L, -10L, 1L))
                .as((which, more) -> new Deed("pay oddly " + which + " " + more, office -> {
                    List<Slip> slips = office.books.slips();
                    if (slips.isEmpty() || which % 7 == 0) {
                        office.bank.payForNothing(Won.of(1 + which));
                        return;
                    }
                    Slip slip = slips.get(which % slips.size());
                    if (slip.figures().payable().compareTo(Won.of(10)) > 0) {
                        office.bank.pay(slip, more, Won.ZERO, office.bank.paidOn(slip, 0));
                    }
                }));
    }

    private static Arbitrary<Deed> reversals() {
        return Combinators.combine(WHICH, Arbitraries.of(0, 0, 1, 2))
                .as((which, how) -> new Deed("take back " + which + " " + how, office -> {
                    if (office.bank.taken() == 0) {
                        return;
                    }
                    int it = office.bank.taken() - 1 - which % office.bank.taken();
                    if (how == 0) {
                        office.bank.reverse(it);
                    } else {
                        office.bank.resolve(it, how == 2);
                    }
                }));
    }

    private static Arbitrary<Deed> corrections() {
        return Combinators.combine(
                        WHICH,
                        Arbitraries.of(Insurance.values()),
                        CHANGE.list().ofSize(4),
                        Arbitraries.of(0L, 0L, 10L, 5_000L))
                .as((which, insurance, changes, surcharge) -> new Deed(
                        "correct " + which + " " + insurance + " by " + changes + " + " + surcharge, office -> {
                            List<FiledReturn> returns = office.returns();
                            if (returns.isEmpty()) {
                                return;
                            }
                            int of = which % returns.size();
                            boolean settled = of < returns.size() - 1;
                            List<Fund> funds = Fund.of(insurance);
                            office.adjust(
                                    returns.get(of),
                                    IntStream.range(0, funds.size())
                                            .mapToObj(i -> new Corrections.Change(
                                                    funds.get(i),
                                                    changes.get(i),
                                                    settled ? 0 : changes.get(2 + i),
                                                    surcharge))
                                            .toArray(Corrections.Change[]::new));
                        }));
    }

    private static Arbitrary<Deed> collections() {
        return Combinators.combine(
                        Arbitraries.of(Insurance.values()).optional(0.6),
                        Arbitraries.of(1, 30, 50, 99, 100, 100, 110),
                        Arbitraries.of(0, 0, 3_000),
                        Arbitraries.integers().between(0, 20))
                .as((insurance, part, cost, earlier) -> new Deed(
                        "collect " + insurance + " " + part + " % and " + cost,
                        office -> office.collector.collect(insurance, part, cost, office.today.minusDays(earlier))));
    }

    private static Arbitrary<Deed> collectionReversals() {
        return WHICH.map(which -> new Deed("take collection back " + which, office -> {
            if (office.collector.collected() > 0) {
                office.collector.reverseCollection(which % office.collector.collected());
            }
        }));
    }

    private static Arbitrary<Deed> refunds() {
        return Combinators.combine(WHICH, Arbitraries.of(false, false, false, true))
                .as((which, back) -> new Deed("refund " + which + (back ? " comes back" : ""), office -> {
                    if (office.refunds.count() > 0) {
                        office.refunds.next(which % office.refunds.count(), back);
                    }
                }));
    }

    private static Arbitrary<Deed> charges() {
        return Combinators.combine(Arbitraries.of(DebtKind.BENEFIT_RECOVERY, DebtKind.FINE), WHICH)
                .as((kind, amount) -> new Deed("charge " + kind + " " + amount, office -> {
                    if (amount % 3 == 0) {
                        office.books.slips().forEach(office::cancelCharge);
                    } else if (!office.returns().isEmpty()) {
                        office.charge(kind, office.returns().getFirst().managementNo(), Won.of(10_000 + amount * 100L));
                    }
                }));
    }
}
