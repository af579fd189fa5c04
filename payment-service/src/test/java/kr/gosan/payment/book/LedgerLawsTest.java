package kr.gosan.payment.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.testing.ArbitraryFilings;
import kr.gosan.payment.testing.Books;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is filed, paid, paid twice, paid wrong or paid for nothing: no won is lost, doubled or on the wrong side. */
class LedgerLawsTest {

    enum What {
        EXACT,
        WRONG_AMOUNT,
        UNKNOWN_NUMBER,
        SAME_NOTICE,
        SAME_TRANSACTION_OTHER_AMOUNT
    }

    /** Something a bank does, to the slip or notice that {@code which} points at, some days before or after the due date. */
    record Deed(What what, int which, int days) {}

    @Provide
    Arbitrary<List<FiledReturn>> filings() {
        return ArbitraryFilings.filedReturns().list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(-10, 10))
                .as(Deed::new)
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 400)
    void everyReturnThatAddsUpIsAccepted(@ForAll("filings") List<FiledReturn> filings) {
        filings.forEach(filed -> assertEquals(List.of(), filed.faults()));
    }

    @Property(tries = 400)
    void theLedgerAgreesWithSlipsAndNoticesAfterAnySequence(
            @ForAll("filings") List<FiledReturn> filings, @ForAll("deeds") List<Deed> deeds) {
        Books books = new Books();
        filings.forEach(books::file);
        play(books, deeds);
        assertEquals(List.of(), books.differences());
        for (Insurance insurance : Insurance.values()) {
            assertEquals(Won.ZERO, books.balance(Books.of(insurance), entry -> true));
            assertEquals(Won.ZERO, books.balance(insurance, Account.EXCESS));
            assertFalse(books.balance(insurance, Account.REFUND_PAYABLE).isPositive());
        }
    }

    @Property(tries = 400)
    void theSumOfOpenSlipsIsTheSumOfDebtsButForDiscounts(
            @ForAll("filings") List<FiledReturn> filings, @ForAll("deeds") List<Deed> deeds) {
        Books books = new Books();
        filings.forEach(books::file);
        play(books, deeds);
        for (Insurance insurance : Insurance.values()) {
            Won open = Won.sum(books.slips.values().stream()
                    .filter(slip -> slip.debt().insurance() == insurance && slip.state() == SlipState.ISSUED)
                    .map(slip -> slip.figures().payable())
                    .toList());
            Won offered = Won.sum(filings.stream()
                    .flatMap(filed -> filed.insurances().stream())
                    .filter(part -> part.insurance() == insurance)
                    .flatMap(part -> part.periods().stream())
                    .map(PaymentPeriod::lumpSumDiscount)
                    .toList());
            Won earned = books.balance(insurance, Account.LUMP_SUM_DISCOUNT);
            assertEquals(open.plus(offered).minus(earned), books.balance(insurance, Account.RECEIVABLE));
        }
    }

    @Property(tries = 400)
    void noFundOwesOrIsOwedTheWrongWay(
            @ForAll("filings") List<FiledReturn> filings, @ForAll("deeds") List<Deed> deeds) {
        Books books = new Books();
        filings.forEach(books::file);
        play(books, deeds);
        for (Slip slip : books.slips.values()) {
            for (Fund fund : Fund.of(slip.debt().insurance())) {
                Won owed = books.balance(
                        posting -> posting.debt().equals(Optional.of(slip.debt())),
                        entry -> entry.account() == Account.RECEIVABLE
                                && entry.fund().equals(Optional.of(fund)));
                assertFalse(owed.isNegative(), slip + " " + fund + " " + owed);
            }
        }
    }

    /** Plays the deeds, and checks on the way that each has the outcome it must have. */
    private static void play(Books books, List<Deed> deeds) {
        List<Slip> slips = List.copyOf(books.slips.values());
        List<Notice> sent = new ArrayList<>();
        for (Deed deed : deeds) {
            Optional<Slip> slip =
                    slips.isEmpty() ? Optional.empty() : Optional.of(slips.get(deed.which() % slips.size()));
            Optional<Notice> earlier =
                    sent.isEmpty() ? Optional.empty() : Optional.of(sent.get(deed.which() % sent.size()));
            String transaction = "T-" + sent.size();
            switch (deed.what()) {
                case EXACT ->
                    slip.ifPresent(s -> {
                        Notice notice = notice(transaction, s, 0, deed);
                        NoticeOutcome open = notice.paidOn().isAfter(s.lastDay())
                                ? NoticeOutcome.AFTER_LAST_DAY
                                : NoticeOutcome.ACCEPTED;
                        NoticeOutcome expected = books.slips.get(s.ePaymentNo()).state() == SlipState.PAID
                                ? NoticeOutcome.ALREADY_PAID
                                : open;
                        assertEquals(expected, send(books, sent, notice));
                    });
                case WRONG_AMOUNT ->
                    slip.ifPresent(s -> {
                        NoticeOutcome outcome = send(books, sent, notice(transaction, s, 10, deed));
                        assertEquals(true, outcome.suspends());
                    });
                case UNKNOWN_NUMBER ->
                    assertEquals(
                            NoticeOutcome.UNKNOWN_NUMBER,
                            send(
                                    books,
                                    sent,
                                    new Notice(
                                            transaction,
                                            EPaymentNumber.ofSerial(1_000_000 + deed.which()),
                                            Won.of(10),
                                            Instant.EPOCH,
                                            Channel.GIRO)));
                case SAME_NOTICE ->
                    earlier.ifPresent(notice -> assertEquals(NoticeOutcome.DUPLICATE, books.notice(notice)));
                case SAME_TRANSACTION_OTHER_AMOUNT ->
                    earlier.ifPresent(notice -> assertEquals(
                            NoticeOutcome.CONFLICTING_DUPLICATE,
                            books.notice(new Notice(
                                    notice.bankTransactionId(),
                                    notice.ePaymentNo(),
                                    notice.amount().plus(Won.of(1)),
                                    notice.paidAt(),
                                    notice.channel()))));
            }
        }
    }

    private static Notice notice(String transaction, Slip slip, long more, Deed deed) {
        Instant paidAt = slip.dueDate()
                .plusDays(deed.days())
                .atTime(LocalTime.NOON)
                .atZone(KoreanTime.SEOUL)
                .toInstant();
        Won amount = slip.figures().payable().plus(Won.of(more));
        return new Notice(transaction, slip.ePaymentNo(), amount, paidAt, Channel.VIRTUAL_ACCOUNT);
    }

    private static NoticeOutcome send(Books books, List<Notice> sent, Notice notice) {
        sent.add(notice);
        return books.notice(notice);
    }
}
