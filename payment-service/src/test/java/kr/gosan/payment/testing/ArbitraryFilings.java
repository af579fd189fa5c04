package kr.gosan.payment.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.FundSettlement;
import kr.gosan.payment.debt.PaymentMethod;
import kr.gosan.payment.debt.PaymentPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any return that adds up: with additional premium, with excess that reaches some way, at once or in instalments. */
public final class ArbitraryFilings {

    private static final WorkplaceNumber WORKPLACE = WorkplaceNumber.of("123-45-67891-6");

    private ArbitraryFilings() {}

    /** A fund before excess is used: what is confirmed against what was paid, in tens of won, and the next estimate. */
    private record Position(long difference, long estimate) {}

    public static Arbitrary<FiledReturn> filedReturns() {
        return Combinators.combine(insurance(Insurance.IA), insurance(Insurance.EI))
                .as((accident, employment) -> Filings.filed(WORKPLACE, accident, employment));
    }

    private static Arbitrary<FiledInsurance> insurance(Insurance insurance) {
        Arbitrary<Position> position = Combinators.combine(
                        Arbitraries.longs().between(-200_000, 200_000),
                        Arbitraries.oneOf(
                                Arbitraries.just(0L), Arbitraries.longs().between(0, 500_000)))
                .as(Position::new);
        int funds = Fund.of(insurance).size();
        return Combinators.combine(
                        position.list().ofSize(funds),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, false))
                .as((positions, instalments, filedOnline) -> build(insurance, positions, instalments, filedOnline));
    }

    private static FiledInsurance build(
            Insurance insurance, List<Position> positions, int instalments, boolean filedOnline) {
        List<Fund> funds = Fund.of(insurance);
        List<FundSettlement> lines = new ArrayList<>();
        Map<Fund, Long> excess = new EnumMap<>(Fund.class);
        long estimates = 0;
        for (int i = 0; i < funds.size(); i++) {
            long difference = positions.get(i).difference() * 10;
            long estimate = positions.get(i).estimate() * 10;
            estimates += estimate;
            excess.put(funds.get(i), Math.max(0, -difference));
            lines.add(new FundSettlement(
                    funds.get(i),
                    Won.of(3_000_000 + difference),
                    Won.of(3_000_000),
                    Won.of(3_000_000),
                    Won.of(Math.max(0, difference)),
                    Won.of(Math.max(0, -difference)),
                    Won.of(estimate)));
        }
        long all = excess.values().stream().mapToLong(Long::longValue).sum();
        long reduction = filedOnline && estimates >= 100_000 ? 5_000 : 0;
        int count = Math.max(1, instalments);
        List<PaymentPeriod> periods = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = instalments == 0 ? PaymentPeriod.LUMP_SUM : i + 1;
            periods.add(period(number, lines, count, i == 0 ? reduction : 0, excess));
        }
        long left = excess.values().stream().mapToLong(Long::longValue).sum();
        return new FiledInsurance(
                insurance,
                instalments == 0 ? PaymentMethod.LUMP_SUM : PaymentMethod.INSTALLMENT,
                lines,
                periods,
                Won.of(all - left),
                Won.of(left));
    }

    private static PaymentPeriod period(
            int number, List<FundSettlement> lines, int count, long reduction, Map<Fund, Long> excess) {
        boolean first = number <= 1;
        Map<Fund, Long> owed = new EnumMap<>(Fund.class);
        Map<Fund, FundFigures> rows = new EnumMap<>(Fund.class);
        long left = reduction;
        for (FundSettlement line : lines) {
            long estimate = line.estimated().amount();
            long later = estimate / count / 10 * 10;
            long share = first ? estimate - later * (count - 1) : later;
            long discount = number == PaymentPeriod.LUMP_SUM ? estimate * 3 / 1000 * 10 : 0;
            long additional = first ? line.additional().amount() : 0;
            rows.put(line.fund(), Filings.row(line.fund(), additional, share, discount));
            long due = additional + share - discount;
            long reduced = Math.min(left, due);
            left -= reduced;
            owed.put(line.fund(), due - reduced);
        }
        lines.forEach(line -> use(line.fund(), line.fund(), excess, owed, rows));
        lines.forEach(from -> lines.forEach(to -> use(from.fund(), to.fund(), excess, owed, rows)));
        return Filings.period(number, reduction, rows.values().toArray(FundFigures[]::new));
    }

    private static void use(
            Fund from, Fund to, Map<Fund, Long> excess, Map<Fund, Long> owed, Map<Fund, FundFigures> rows) {
        long amount = Math.min(excess.get(from), owed.get(to));
        excess.merge(from, -amount, Long::sum);
        owed.merge(to, -amount, Long::sum);
        rows.computeIfPresent(
                to,
                (fund, row) -> Filings.row(
                        fund,
                        row.confirmedAdditional().amount() - amount,
                        row.estimate().amount(),
                        row.lumpSumDiscount().amount()));
    }
}
