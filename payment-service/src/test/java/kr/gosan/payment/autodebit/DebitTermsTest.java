package kr.gosan.payment.autodebit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.testing.Filings;
import kr.gosan.platform.law.LawFiles;
import org.junit.jupiter.api.Test;

class DebitTermsTest {

    private static final LawBook LAW = LawFiles.read(DebitTermsTest.class.getClassLoader());
    private static final LocalDate MAY_16 = LocalDate.of(2022, 5, 16);

    private final DebitTerms terms = new DebitTerms(LAW, MAY_16);

    @Test
    void twoHundredAndFiftyWonComeOffTheEstimateAndNeverMore() {
        assertEquals(Won.of(250), terms.reduction(employment(488_840, 76_380, 0)));
        assertEquals(Won.of(250), terms.reduction(employment(250, 0, 0)));
        assertEquals(Won.of(240), terms.reduction(employment(240, 0, 0)));
        assertEquals(Won.of(100), terms.reduction(employment(1_000, 0, -900)), "the rest is covered by excess");
    }

    @Test
    void whatIsLetOffIsLetOffTheEstimateOfAFundAsFarAsThatIsStillToBePaid() {
        PaymentPeriod figures = PaymentPeriod.of(
                2,
                LocalDate.of(2022, 5, 15),
                Won.ZERO,
                List.of(
                        // an offset covers all but 100 of this estimate; of the other fund there is confirmed premium
                        // only
                        Filings.row(Fund.UNEMPLOYMENT, -900, 1_000, 0), Filings.row(Fund.STABILITY, 5_000, 0, 0)));
        assertEquals(Won.of(100), terms.reduction(figures));
        Postings.ofPayment(slip(figures), terms.reduction(figures), UUID.randomUUID(), MAY_16);
    }

    @Test
    void aCardCostsItsFeeAnAccountNothing() {
        assertEquals(Won.of(4_519), terms.fee(Channel.DEBIT_CARD, Won.of(564_970)));
        assertEquals(Won.ZERO, terms.fee(Channel.DEBIT_ACCOUNT, Won.of(564_970)));
    }

    @Test
    void aDayWithoutLawIsRefusedAndNotGuessed() {
        assertEquals(Optional.empty(), terms.unknown());
        DebitTerms later = new DebitTerms(LAW, LocalDate.of(2031, 5, 15));
        assertTrue(later.unknown().isPresent());
        assertThrows(IllegalStateException.class, () -> later.reduction(employment(1_000, 0, 0)));
    }

    @Test
    void moneyAndReductionTogetherSettleTheSlipFundByFund() {
        Posting posting = Postings.ofPayment(slip(employment(200, 76_380, 0)), Won.of(250), UUID.randomUUID(), MAY_16);
        assertEquals(
                Set.of(
                        "AUTO_DEBIT_REDUCTION UNEMPLOYMENT 200",
                        "RECEIVABLE UNEMPLOYMENT -200",
                        "AUTO_DEBIT_REDUCTION STABILITY 50",
                        "CASH STABILITY 76330",
                        "RECEIVABLE STABILITY -76380"),
                posting.entries().stream()
                        .collect(Collectors.groupingBy(
                                entry -> entry.account() + " " + entry.fund().orElseThrow(),
                                Collectors.summingLong(entry -> entry.signed().amount())))
                        .entrySet()
                        .stream()
                        .map(sum -> sum.getKey() + " " + sum.getValue())
                        .collect(Collectors.toSet()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Postings.ofPayment(slip(employment(200, 0, 0)), Won.of(250), UUID.randomUUID(), MAY_16));
    }

    @Test
    void anOrderMovesAlongItsEdgesOnly() {
        Map<OrderState, Set<OrderState>> edges = Map.of(
                OrderState.PLANNED, EnumSet.of(OrderState.SENT, OrderState.SKIPPED),
                OrderState.SENT, EnumSet.of(OrderState.DEBITED, OrderState.REFUSED),
                OrderState.DEBITED, EnumSet.noneOf(OrderState.class),
                OrderState.REFUSED, EnumSet.noneOf(OrderState.class),
                OrderState.SKIPPED, EnumSet.noneOf(OrderState.class));
        for (OrderState state : OrderState.values()) {
            assertEquals(edges.get(state), state.next(), state.name());
        }
    }

    @Test
    void theRequestIdFollowsFromSlipAndDueDate() {
        UUID slip = UUID.randomUUID();
        assertEquals(DebitOrder.requestId(slip, MAY_16), DebitOrder.requestId(slip, MAY_16));
        assertEquals(
                3,
                Set.of(
                                DebitOrder.requestId(slip, MAY_16),
                                DebitOrder.requestId(slip, MAY_16.plusDays(1)),
                                DebitOrder.requestId(UUID.randomUUID(), MAY_16))
                        .size());
    }

    private static PaymentPeriod employment(long unemployment, long stability, long offset) {
        return PaymentPeriod.of(
                2,
                LocalDate.of(2022, 5, 15),
                Won.ZERO,
                List.of(
                        Filings.row(Fund.UNEMPLOYMENT, offset, unemployment, 0),
                        Filings.row(Fund.STABILITY, 0, stability, 0)));
    }

    private static Slip slip(PaymentPeriod figures) {
        return new Slip(
                UUID.randomUUID(),
                EPaymentNumber.ofSerial(7),
                Debt.ofPeriod(WorkplaceNumber.of("12345678916"), 2021, UUID.randomUUID(), Insurance.EI, 2),
                figures,
                MAY_16,
                MAY_16,
                MAY_16,
                SlipState.ISSUED,
                Optional.empty());
    }
}
