package kr.gosan.payment.correction.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.testing.ArbitraryFilings;
import kr.gosan.payment.testing.CorrectedBooks;
import kr.gosan.payment.testing.Corrections;
import kr.gosan.payment.testing.Filings;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is corrected, paid and left unpaid in whatever order: slips, figures and ledger tell one story. */
class CorrectionLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2022, 3, 11);

    @Provide
    Arbitrary<FiledReturn> returns() {
        return ArbitraryFilings.filedReturns();
    }

    @Property(tries = 400)
    void anySequenceOfCorrectionsAndPaymentsKeepsSlipsAndLedgerTogether(
            @ForAll("returns") FiledReturn filed, @ForAll long seed) {
        Random random = new Random(seed);
        CorrectedBooks books = new CorrectedBooks();
        books.file(filed);
        assertEquals(List.of(), books.faults());
        Corrections corrections = new Corrections(filed);
        LocalDate day = FIRST;
        for (int step = 0; step < 8; step++) {
            day = day.plusDays(random.nextInt(50));
            closeBefore(books, day);
            if (random.nextInt(3) == 0) {
                payOne(books, day, random);
            } else {
                books.adjust(filed, correction(corrections, day, random), CorrectedBooks.TERMS);
            }
            assertEquals(List.of(), books.faults(), () -> "seed " + seed);
            agrees(books, filed, corrections);
        }
    }

    /** 2,000 and 100,000 less 5,000: all of the first fund's row, and 3,000 of the other's, until the first row grows. */
    @Example
    void whatIsOffsetFollowsTheReductionForElectronicFilingFromFundToFund() {
        FiledReturn filed = Filings.filed(
                WorkplaceNumber.of("123-45-67891-6"),
                Filings.insurance(
                        Insurance.EI,
                        List.of(Filings.period(
                                0,
                                5_000,
                                Filings.row(Fund.UNEMPLOYMENT, 0, 2_000, 0),
                                Filings.row(Fund.STABILITY, 0, 100_000, 0))),
                        0));
        CorrectedBooks books = new CorrectedBooks();
        books.file(filed);
        books.adjust(
                filed,
                new Corrections(filed)
                        .of(
                                FIRST,
                                new Corrections.Change(Fund.UNEMPLOYMENT, 0, 98_000, 0),
                                new Corrections.Change(Fund.STABILITY, -500_000, 0, 0)),
                CorrectedBooks.TERMS);
        assertEquals(List.of(), books.faults());
        // 500,000 pays 100,000 and 95,000
        assertEquals(Won.of(-305_000), books.balance(Account.REFUND_PAYABLE, Fund.STABILITY));
    }

    private static void closeBefore(CorrectedBooks books, LocalDate day) {
        for (Slip slip : List.copyOf(books.slips)) {
            if (slip.state() == SlipState.ISSUED && slip.dueDate().isBefore(day)) {
                books.close(slip.debt());
            }
        }
    }

    private static void payOne(CorrectedBooks books, LocalDate day, Random random) {
        List<Slip> open = books.slips.stream()
                .filter(slip -> slip.state() == SlipState.ISSUED)
                .toList();
        if (!open.isEmpty()) {
            books.pay(open.get(random.nextInt(open.size())).debt(), day);
        }
    }

    private static Adjustment correction(Corrections corrections, LocalDate day, Random random) {
        Insurance insurance = Insurance.values()[random.nextInt(2)];
        List<Corrections.Change> changes = new ArrayList<>();
        for (Fund fund : Fund.of(insurance)) {
            changes.add(new Corrections.Change(
                    fund, change(random), change(random), random.nextInt(2) * random.nextInt(1_000) * 10L));
        }
        return corrections.of(day, changes.toArray(Corrections.Change[]::new));
    }

    private static long change(Random random) {
        return random.nextInt(2) * (random.nextInt(600_000) - 300_000) * 10L;
    }

    /** The ledger holds the premiums of the figures in force, to the won, and what was paid is nowhere lost. */
    private static void agrees(CorrectedBooks books, FiledReturn filed, Corrections corrections) {
        filed.insurances()
                .forEach(insurance -> insurance.lines().forEach(line -> {
                    Fund fund = line.fund();
                    assertEquals(
                            corrections.estimated(fund),
                            books.balance(Account.ESTIMATED_PREMIUM, fund).negate(),
                            "estimate of " + fund);
                    assertEquals(
                            corrections
                                    .confirmed(fund)
                                    .minus(line.confirmed())
                                    .plus(line.additional())
                                    .minus(line.excess()),
                            books.balance(Account.CONFIRMED_PREMIUM, fund).negate(),
                            "confirmed premium of " + fund);
                }));
        long live = books.slips.stream()
                .filter(slip -> slip.state() != SlipState.CANCELLED)
                .map(Slip::debt)
                .distinct()
                .count();
        assertEquals(
                live,
                books.slips.stream()
                        .filter(slip -> slip.state() != SlipState.CANCELLED)
                        .count());
        assertEquals(
                Optional.empty(),
                books.slips.stream()
                        .filter(slip -> !slip.figures().payable().isPositive())
                        .findAny());
        assertEquals(Won.ZERO, sum(books));
    }

    /** Over all accounts: what balances posting by posting balances in all. */
    private static Won sum(CorrectedBooks books) {
        return Won.sum(books.ledger.stream()
                .flatMap(posting -> posting.entries().stream())
                .map(entry -> entry.signed())
                .toList());
    }
}
