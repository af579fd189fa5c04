package kr.gosan.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.law.LawFiles;
import kr.gosan.premium.calculation.Assessment;
import kr.gosan.premium.calculation.PaymentMethod;
import kr.gosan.premium.calculation.ReductionReason;
import kr.gosan.premium.calculation.Remuneration;
import kr.gosan.premium.calculation.ReturnCalculation;
import kr.gosan.premium.calculation.ReturnContent;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.Workplace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A full return, checks, law look-ups and trace included, beside the same arithmetic in straight lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReturnCalculationBench {

    private static final int RETURNS = 1024;
    private static final LocalDate IN_TIME = LocalDate.of(2022, 3, 10);

    private PremiumLaw law;
    private Workplace workplace;
    private final ReturnContent[] contents = new ReturnContent[RETURNS];
    private final long[][] figures = new long[RETURNS][];
    private final boolean[] instalments = new boolean[RETURNS];
    private int next;

    /** Different returns, so that no branch is learnt by heart; each must come out alike on both sides. */
    @Setup
    public void returns() {
        law = new PremiumLaw(LawFiles.read(ReturnCalculationBench.class.getClassLoader()));
        workplace = Workplace.of(
                WorkplaceKind.CONSTRUCTION_COLLECTIVE,
                EmployeeScale.UNDER_150,
                EmployerKind.CORPORATION,
                LocalDate.of(2015, 5, 1));
        Random random = new Random(20220331);
        for (int i = 0; i < RETURNS; i++) {
            long[] f = random.longs(14, 1_000_000, 900_000_000).toArray();
            for (int fund = 0; fund < 3; fund++) {
                f[7 + fund] = f[4 + fund] / 2;
            }
            figures[i] = f;
            instalments[i] = random.nextBoolean();
            contents[i] = content(f, instalments[i] ? PaymentMethod.INSTALLMENT : PaymentMethod.LUMP_SUM);
            requireSame(i);
        }
    }

    /** Checks, law of both years, confirmed and estimated premium, settlement, payment plans, and the trace of it all. */
    @Benchmark
    public Object fullReturnWithTrace() {
        return assess(next()).trace();
    }

    @Benchmark
    public Object straightLine() {
        return straight(next());
    }

    private int next() {
        next = (next + 1) % RETURNS;
        return next;
    }

    private ReturnCalculation assess(int i) {
        return Assessment.of(contents[i], workplace, IN_TIME, law)
                .result()
                .orElseThrow()
                .calculation();
    }

    private long[] straight(int i) {
        long[] f = figures[i];
        return StraightLine.of(
                new long[] {f[0], f[1], f[2], f[3]},
                new long[] {f[4], f[5], f[6]},
                new long[] {f[7], f[8], f[9]},
                new long[] {f[10], f[11], f[12], f[13]},
                instalments[i]);
    }

    private void requireSame(int i) {
        ReturnCalculation calculated = assess(i);
        List<Long> all = new ArrayList<>();
        for (Insurance insurance : Insurance.values()) {
            all.add(calculated.plan(insurance).payable().amount());
            all.add(calculated.plan(insurance).refund().amount());
        }
        for (Insurance insurance : Insurance.values()) {
            calculated
                    .plan(insurance)
                    .periods()
                    .forEach(period -> all.add(period.payable().amount()));
        }
        long[] expected = straight(i);
        if (!Arrays.equals(expected, all.stream().mapToLong(Long::longValue).toArray())) {
            throw new IllegalStateException("the yardstick measures something else: return " + i);
        }
    }

    private static ReturnContent content(long[] f, PaymentMethod method) {
        return new ReturnContent(
                2021,
                Optional.of(bases(f[0], f[1], f[2], f[3])),
                Map.of(
                        Fund.INDUSTRIAL_ACCIDENT, previous(f[4], f[7]),
                        Fund.UNEMPLOYMENT, previous(f[5], f[8]),
                        Fund.STABILITY, previous(f[6], f[9])),
                Optional.of(bases(f[10], f[11], f[12], f[13])),
                Optional.of(ReductionReason.WORKERS_REDUCED),
                Map.of(Insurance.IA, method, Insurance.EI, method),
                Optional.of(EmployerKind.CORPORATION));
    }

    private static ReturnContent.PreviousEstimate previous(long reported, long paid) {
        return new ReturnContent.PreviousEstimate(Won.of(reported), Won.of(paid));
    }

    private static Remuneration bases(long general, long equipment, long unemployment, long stability) {
        return new Remuneration(
                Won.of(general), Won.of(equipment), Won.ZERO, Won.of(unemployment), Won.of(stability), Map.of());
    }
}
