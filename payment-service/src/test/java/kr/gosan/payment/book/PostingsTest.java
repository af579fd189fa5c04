package kr.gosan.payment.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.FundSettlement;
import kr.gosan.payment.debt.PaymentMethod;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.testing.Filings;
import org.junit.jupiter.api.Test;

class PostingsTest {

    private static final WorkplaceNumber WORKPLACE = WorkplaceNumber.of("123-45-67891-6");
    private static final LocalDate IN_TIME = Filings.MARCH_31;
    private static final LocalDate LATE = Filings.MARCH_31.plusDays(1);

    private final FiledReturn atOnce = Filings.atOnce(WORKPLACE);

    @Test
    void aReturnBooksTheWholeEstimateAsOwedAndTheReductionAsGranted() {
        assertEquals(
                List.of(
                        "CONFIRMED_PREMIUM STABILITY -50,000",
                        "CONFIRMED_PREMIUM UNEMPLOYMENT -820,000",
                        "ESTIMATED_PREMIUM STABILITY -300,000",
                        "ESTIMATED_PREMIUM UNEMPLOYMENT -2,040,000",
                        "E_FILING_REDUCTION UNEMPLOYMENT 5,000",
                        "RECEIVABLE STABILITY 350,000",
                        "RECEIVABLE UNEMPLOYMENT 2,855,000"),
                balances(of(Insurance.EI, Postings.ofReturn(atOnce, DueDates.NOT_EXTENDED))));
    }

    @Test
    void aPaymentInTimeEarnsTheDiscountAndSettlesEverything() {
        List<Posting> postings = new ArrayList<>(of(Insurance.EI, Postings.ofReturn(atOnce, DueDates.NOT_EXTENDED)));
        postings.add(Postings.ofPayment(slip(atOnce, Insurance.EI), UUID.randomUUID(), IN_TIME));
        assertEquals(
                List.of(
                        "CASH STABILITY 341,000",
                        "CASH UNEMPLOYMENT 2,793,800",
                        "CONFIRMED_PREMIUM STABILITY -50,000",
                        "CONFIRMED_PREMIUM UNEMPLOYMENT -820,000",
                        "ESTIMATED_PREMIUM STABILITY -300,000",
                        "ESTIMATED_PREMIUM UNEMPLOYMENT -2,040,000",
                        "E_FILING_REDUCTION UNEMPLOYMENT 5,000",
                        "LUMP_SUM_DISCOUNT STABILITY 9,000",
                        "LUMP_SUM_DISCOUNT UNEMPLOYMENT 61,200"),
                balances(postings));
    }

    @Test
    void aLatePaymentLeavesTheDiscountOwed() {
        List<Posting> postings = new ArrayList<>(of(Insurance.EI, Postings.ofReturn(atOnce, DueDates.NOT_EXTENDED)));
        postings.add(Postings.ofPayment(slip(atOnce, Insurance.EI), UUID.randomUUID(), LATE));
        assertEquals(
                List.of("RECEIVABLE STABILITY 9,000", "RECEIVABLE UNEMPLOYMENT 61,200"),
                balances(postings).stream()
                        .filter(line -> line.startsWith("RECEIVABLE"))
                        .toList());
    }

    @Test
    void excessIsOffsetAndWhatIsLeftBecomesPayable() {
        assertEquals(
                List.of(
                        "CONFIRMED_PREMIUM STABILITY 97,000",
                        "CONFIRMED_PREMIUM UNEMPLOYMENT 728,320",
                        "ESTIMATED_PREMIUM STABILITY -100,000",
                        "ESTIMATED_PREMIUM UNEMPLOYMENT -400,000",
                        "LUMP_SUM_DISCOUNT STABILITY 3,000",
                        "LUMP_SUM_DISCOUNT UNEMPLOYMENT 12,000",
                        "REFUND_PAYABLE UNEMPLOYMENT -340,320"),
                balances(Postings.ofReturn(Filings.coveredByExcess(WORKPLACE), DueDates.NOT_EXTENDED)));
    }

    @Test
    void excessThatCoversALumpSumFiledTooLateEarnsNoDiscount() {
        FiledReturn filed = Filings.coveredByExcess(WORKPLACE);
        FiledReturn late =
                new FiledReturn(filed.returnId(), filed.receiptNo(), WORKPLACE, 2021, LATE, filed.insurances());
        assertEquals(
                List.of("RECEIVABLE STABILITY 3,000", "RECEIVABLE UNEMPLOYMENT 12,000"),
                balances(Postings.ofReturn(late, DueDates.NOT_EXTENDED)).stream()
                        .filter(line -> line.startsWith("RECEIVABLE"))
                        .toList());
    }

    @Test
    void excessOfOneFundPaysTheOtherOfTheSameInsurance() {
        PaymentPeriod period = Filings.period(
                0, 0, Filings.row(Fund.UNEMPLOYMENT, 60_000, 0, 0), Filings.row(Fund.STABILITY, -50_000, 50_000, 0));
        FiledReturn filed = Filings.filed(
                WORKPLACE,
                new FiledInsurance(
                        Insurance.EI,
                        PaymentMethod.LUMP_SUM,
                        List.of(
                                line(Fund.UNEMPLOYMENT, 1_070_000, 70_000, 0, 0),
                                line(Fund.STABILITY, 940_000, 0, 60_000, 50_000)),
                        List.of(period),
                        Won.of(60_000),
                        Won.ZERO));
        assertEquals(List.of(), filed.faults());
        assertEquals(
                List.of(
                        "CONFIRMED_PREMIUM STABILITY 60,000",
                        "CONFIRMED_PREMIUM UNEMPLOYMENT -70,000",
                        "ESTIMATED_PREMIUM STABILITY -50,000",
                        "RECEIVABLE UNEMPLOYMENT 60,000"),
                balances(Postings.ofReturn(filed, DueDates.NOT_EXTENDED)));
    }

    @Test
    void aPostingThatDoesNotBalanceCannotBeMade() {
        Debt debt = Debt.ofPeriod(WORKPLACE, 2021, UUID.randomUUID(), Insurance.IA, 0);
        Entry debit = new Entry(Account.CASH, Optional.of(Fund.INDUSTRIAL_ACCIDENT), Entry.Side.DEBIT, Won.of(10));
        Entry credit =
                new Entry(Account.RECEIVABLE, Optional.of(Fund.INDUSTRIAL_ACCIDENT), Entry.Side.CREDIT, Won.of(20));
        assertThrows(IllegalArgumentException.class, () -> posting(debt, List.of(debit, credit)));
        assertThrows(IllegalArgumentException.class, () -> posting(debt, List.of()));
    }

    @Test
    void theTwoInsurancesNeverMeetInAPosting() {
        Debt debt = Debt.ofPeriod(WORKPLACE, 2021, UUID.randomUUID(), Insurance.IA, 0);
        Entry debit = new Entry(Account.CASH, Optional.of(Fund.UNEMPLOYMENT), Entry.Side.DEBIT, Won.of(10));
        Entry credit =
                new Entry(Account.RECEIVABLE, Optional.of(Fund.INDUSTRIAL_ACCIDENT), Entry.Side.CREDIT, Won.of(10));
        assertThrows(IllegalArgumentException.class, () -> posting(debt, List.of(debit, credit)));
    }

    private static Posting posting(Debt debt, List<Entry> entries) {
        return new Posting(Posting.Kind.PAYMENT_RECEIVED, Optional.of(debt), Optional.empty(), IN_TIME, entries);
    }

    private static FundSettlement line(Fund fund, long confirmed, long additional, long excess, long estimated) {
        Won reported = Won.of(1_000_000);
        return new FundSettlement(
                fund, Won.of(confirmed), reported, reported, Won.of(additional), Won.of(excess), Won.of(estimated));
    }

    private static Slip slip(FiledReturn filed, Insurance wanted) {
        FiledInsurance insurance = filed.insurances().stream()
                .filter(part -> part.insurance() == wanted)
                .findFirst()
                .orElseThrow();
        PaymentPeriod period = insurance.periods().getFirst();
        return new Slip(
                UUID.randomUUID(),
                EPaymentNumber.ofSerial(1),
                filed.debt(insurance, period),
                period,
                filed.filedOn(),
                DueDates.NOT_EXTENDED.of(period.statutoryDueDate()),
                DueDates.NOT_EXTENDED.of(period.statutoryDueDate()),
                SlipState.ISSUED,
                Optional.empty());
    }

    private static List<Posting> of(Insurance insurance, List<Posting> postings) {
        return postings.stream()
                .filter(posting -> posting.debt().orElseThrow().insurance() == insurance)
                .toList();
    }

    private static List<String> balances(List<Posting> postings) {
        return postings.stream()
                .flatMap(posting -> posting.entries().stream())
                .collect(Collectors.groupingBy(
                        entry -> entry.account() + " "
                                + entry.fund().map(Fund::name).orElse("-"),
                        TreeMap::new,
                        Collectors.reducing(Won.ZERO, Entry::signed, Won::plus)))
                .entrySet()
                .stream()
                .filter(balance -> !balance.getValue().isZero())
                .map(balance -> balance.getKey() + " " + balance.getValue())
                .toList();
    }
}
