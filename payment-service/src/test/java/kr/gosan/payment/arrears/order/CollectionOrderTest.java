package kr.gosan.payment.arrears.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.order.CollectionOrder.Division;
import kr.gosan.payment.arrears.order.CollectionOrder.Share;
import kr.gosan.payment.arrears.order.OpenItem.Item;
import kr.gosan.payment.debt.Debt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CollectionOrderTest {

    private static final WorkplaceNumber WORKPLACE = WorkplaceNumber.of("123-45-67891-6");
    private static final LocalDate MARCH_31 = LocalDate.parse("2022-03-31");

    @Test
    void eachRankIsPaidInFullBeforeTheNext() {
        List<OpenItem> open = new ArrayList<>();
        for (Item item : Item.values()) {
            // the later the rank, the earlier it fell due: the rank decides
            open.add(item(Fund.INDUSTRIAL_ACCIDENT, item, MARCH_31.minusDays(item.ordinal()), 100));
        }
        Collections.shuffle(open, new Random(1));
        Division division = CollectionOrder.divide(Won.of(350), Insurance.IA, open);
        assertEquals(
                List.of(Item.COLLECTION_COST, Item.PREMIUM, Item.LATE_CHARGE, Item.SURCHARGE),
                division.shares().stream().map(share -> share.item().item()).toList());
        assertEquals(List.of(100L, 100L, 100L, 50L), amounts(division));
        assertEquals(Won.ZERO, division.rest());
    }

    @Test
    void withinARankTheEarlierDueDateComesFirst() {
        OpenItem may = item(Fund.INDUSTRIAL_ACCIDENT, Item.PREMIUM, LocalDate.parse("2022-05-16"), 100);
        OpenItem march = item(Fund.INDUSTRIAL_ACCIDENT, Item.PREMIUM, MARCH_31, 100);
        Division division = CollectionOrder.divide(Won.of(130), Insurance.IA, List.of(may, march));
        assertEquals(List.of(new Share(march, Won.of(100)), new Share(may, Won.of(30))), division.shares());
    }

    @Test
    void theFundsOfADebtArePaidInProportionAndTheFractionOfAWonGoesOn() {
        OpenItem unemployment = item(Fund.UNEMPLOYMENT, Item.PREMIUM, MARCH_31, 707_600);
        OpenItem stability = item(Fund.STABILITY, Item.PREMIUM, MARCH_31, 196_550);
        Division division = CollectionOrder.divide(Won.of(100), Insurance.EI, List.of(stability, unemployment));
        // 100 × 707,600 / 904,150 = 78.26
        assertEquals(List.of(new Share(unemployment, Won.of(78)), new Share(stability, Won.of(22))), division.shares());
    }

    @Test
    void oneInsuranceNeverPaysForTheOther() {
        OpenItem accident = item(Fund.INDUSTRIAL_ACCIDENT, Item.PREMIUM, MARCH_31, 100);
        OpenItem stability = item(Fund.STABILITY, Item.PREMIUM, MARCH_31, 100);
        Division division = CollectionOrder.divide(Won.of(150), Insurance.EI, List.of(accident, stability));
        assertEquals(List.of(new Share(stability, Won.of(100))), division.shares());
        assertEquals(Won.of(50), division.rest());
    }

    @Test
    void moneyForBothIsDividedByAllThatIsOpenInEachBeforeAnyRankCounts() {
        OpenItem charge = item(Fund.INDUSTRIAL_ACCIDENT, Item.LATE_CHARGE, MARCH_31, 100);
        OpenItem premium = item(Fund.STABILITY, Item.PREMIUM, MARCH_31.plusDays(60), 200);
        Division division = CollectionOrder.divide(Won.of(100), List.of(premium, charge));
        // 100 × 100 / 300 = 33.3, the fraction goes on to employment insurance
        assertEquals(List.of(new Share(charge, Won.of(33)), new Share(premium, Won.of(67))), division.shares());
    }

    @Test
    void withNothingOpenAllOfItIsLeft() {
        assertEquals(new Division(List.of(), Won.of(10)), CollectionOrder.divide(Won.of(10), List.of()));
        assertEquals(new Division(List.of(), Won.of(10)), CollectionOrder.divide(Won.of(10), Insurance.IA, List.of()));
    }

    @Test
    void nothingNegativeIsDividedAndNothingIsDividedByNothing() {
        OpenItem open = item(Fund.STABILITY, Item.PREMIUM, MARCH_31, 100);
        assertThrows(
                IllegalArgumentException.class, () -> CollectionOrder.divide(Won.of(-1), Insurance.EI, List.of(open)));
        assertThrows(IllegalArgumentException.class, () -> CollectionOrder.inProportion(Won.of(1), List.of(Won.ZERO)));
        assertThrows(IllegalArgumentException.class, () -> item(Fund.STABILITY, Item.PREMIUM, MARCH_31, 0));
    }

    @Property
    void moneyIsNeitherLostNorMadeAndNothingGetsMoreThanIsOpen(
            @ForAll("items") List<OpenItem> open, @ForAll @LongRange(max = 5_000_000_000_000L) long money) {
        for (Division division : List.of(
                CollectionOrder.divide(Won.of(money), open),
                CollectionOrder.divide(Won.of(money), Insurance.EI, open))) {
            Won given = Won.sum(division.shares().stream().map(Share::amount).toList());
            assertEquals(Won.of(money), given.plus(division.rest()));
            assertFalse(division.rest().isNegative());
            division.shares().forEach(share -> {
                assertTrue(share.amount().isPositive());
                assertTrue(share.amount().compareTo(share.item().amount()) <= 0, share::toString);
            });
            assertEquals(
                    division.shares().size(),
                    division.shares().stream().map(Share::item).distinct().count());
        }
    }

    @Property
    void somethingIsLeftOnlyWhenEverythingIsPaidAndALaterItemOnlyGetsWhatAnEarlierOneLeft(
            @ForAll("items") List<OpenItem> open, @ForAll @LongRange(max = 3_000_000_000L) long money) {
        Division division = CollectionOrder.divide(Won.of(money), Insurance.EI, open);
        List<OpenItem> mine = CollectionOrder.of(open.stream()
                .filter(item -> item.debt().insurance() == Insurance.EI)
                .toList());
        Won owed = Won.sum(mine.stream().map(OpenItem::amount).toList());
        assertEquals(Won.of(money).minus(owed).max(Won.ZERO), division.rest());
        for (Share share : division.shares()) {
            for (OpenItem earlier : mine) {
                boolean before = earlier.item().compareTo(share.item().item()) < 0
                        || earlier.item() == share.item().item()
                                && earlier.dueDate().isBefore(share.item().dueDate());
                if (before) {
                    assertTrue(
                            division.shares().contains(new Share(earlier, earlier.amount())),
                            () -> earlier + " was not paid in full before " + share);
                }
            }
        }
    }

    @Property
    void theOrderInWhichItemsAreGivenDoesNotMatter(
            @ForAll("items") List<OpenItem> open, @ForAll @LongRange(max = 3_000_000_000L) long money) {
        List<OpenItem> turned = new ArrayList<>(open);
        Collections.reverse(turned);
        assertEquals(CollectionOrder.divide(Won.of(money), open), CollectionOrder.divide(Won.of(money), turned));
    }

    @Provide
    Arbitrary<List<OpenItem>> items() {
        return Combinators.combine(
                        Arbitraries.of(Fund.values()),
                        Arbitraries.of(Item.values()),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(1, 1_000_000_000_000L))
                .as((fund, item, quarter, amount) -> item(fund, item, MARCH_31.plusDays(45L * quarter), amount))
                .list()
                .ofMaxSize(12);
    }

    private static List<Long> amounts(Division division) {
        return division.shares().stream().map(share -> share.amount().amount()).toList();
    }

    private static OpenItem item(Fund fund, Item item, LocalDate dueDate, long amount) {
        Debt debt = Debt.ofPeriod(WORKPLACE, 2021, UUID.randomUUID(), fund.insurance(), 0);
        return new OpenItem(debt, item, fund, dueDate, Won.of(amount));
    }
}
