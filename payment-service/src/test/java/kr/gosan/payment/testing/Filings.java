package kr.gosan.payment.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Filed returns, as premium-service would tell them. */
public final class Filings {

    public static final LocalDate FILED_ON = LocalDate.of(2022, 3, 10);
    public static final LocalDate MARCH_31 = LocalDate.of(2022, 3, 31);
    public static final List<LocalDate> DUE =
            List.of(MARCH_31, LocalDate.of(2022, 5, 15), LocalDate.of(2022, 8, 15), LocalDate.of(2022, 11, 15));

    private Filings() {}

    public static FundFigures row(Fund fund, long confirmedAdditional, long estimate, long discount) {
        return FundFigures.of(fund, Won.of(confirmedAdditional), Won.of(estimate), Won.of(discount));
    }

    /** The rows of a golden slip. */
    public static FundFigures[] rows(JsonNode funds) {
        FundFigures[] rows = new FundFigures[funds.size()];
        for (int i = 0; i < rows.length; i++) {
            JsonNode fund = funds.get(i);
            rows[i] = row(
                    Fund.valueOf(fund.path("fund").asText()),
                    fund.path("confirmedAdditional").asLong(),
                    fund.path("estimate").asLong(),
                    fund.path("lumpSumDiscount").asLong());
        }
        return rows;
    }

    public static PaymentPeriod period(int period, long reduction, FundFigures... funds) {
        return PaymentPeriod.of(period, DUE.get(Math.max(0, period - 1)), Won.of(reduction), List.of(funds));
    }

    /** An insurance whose lines follow from its periods: a negative ① is offset excess, a positive one additional premium. */
    public static FiledInsurance insurance(Insurance insurance, List<PaymentPeriod> periods, long refund) {
        Map<Fund, Won> additional = new EnumMap<>(Fund.class);
        Map<Fund, Won> offset = new EnumMap<>(Fund.class);
        Map<Fund, Won> estimate = new EnumMap<>(Fund.class);
        for (PaymentPeriod period : periods) {
            for (FundFigures row : period.funds()) {
                additional.merge(row.fund(), row.confirmedAdditional().max(Won.ZERO), Won::plus);
                offset.merge(row.fund(), row.confirmedAdditional().min(Won.ZERO).negate(), Won::plus);
                estimate.merge(row.fund(), row.estimate(), Won::plus);
            }
        }
        List<FundSettlement> lines = new ArrayList<>();
        Won left = Won.of(refund);
        for (Fund fund : Fund.of(insurance)) {
            Won excess = offset.get(fund).plus(left);
            left = Won.ZERO;
            Won confirmed = Won.of(1_000_000).plus(additional.get(fund));
            lines.add(new FundSettlement(
                    fund,
                    confirmed,
                    Won.of(1_000_000).plus(excess),
                    confirmed.plus(excess),
                    additional.get(fund),
                    excess,
                    estimate.get(fund)));
        }
        PaymentMethod method = periods.getFirst().period() == PaymentPeriod.LUMP_SUM
                ? PaymentMethod.LUMP_SUM
                : PaymentMethod.INSTALLMENT;
        return new FiledInsurance(insurance, method, lines, periods, Won.sum(offset.values()), Won.of(refund));
    }

    public static FiledReturn filed(WorkplaceNumber workplace, FiledInsurance... insurances) {
        UUID id = UUID.randomUUID();
        return new FiledReturn(id, "P-20220310-" + id, workplace, 2021, FILED_ON, List.of(insurances));
    }

    /** The same return, filed on another day: a slip may be paid on the day it is issued, however late that is. */
    public static FiledReturn filedOn(LocalDate day, FiledReturn filed) {
        return new FiledReturn(
                filed.returnId(),
                filed.receiptNo(),
                filed.managementNo(),
                filed.insuranceYear(),
                day,
                filed.insurances());
    }

    /**
     * The printed example (pp.9–11): IA additional 1,385,600 and estimate 4,885,600, EI additional 820,000 and 50,000 and
     * estimate 2,040,000 and 300,000, paid at once and filed electronically: 6,119,640 and 3,134,800.
     */
    public static FiledReturn atOnce(WorkplaceNumber workplace) {
        return filed(
                workplace,
                insurance(
                        Insurance.IA,
                        List.of(period(0, 5_000, row(Fund.INDUSTRIAL_ACCIDENT, 1_385_600, 4_885_600, 146_560))),
                        0),
                insurance(
                        Insurance.EI,
                        List.of(period(
                                0,
                                5_000,
                                row(Fund.UNEMPLOYMENT, 820_000, 2_040_000, 61_200),
                                row(Fund.STABILITY, 50_000, 300_000, 9_000))),
                        0));
    }

    /** The printed instalments (p.13): 565,260 and three of 565,220 in EI; in IA the excess of 205,020 covers the first. */
    public static FiledReturn inInstalments(WorkplaceNumber workplace) {
        List<PaymentPeriod> accident = new ArrayList<>();
        List<PaymentPeriod> employment = new ArrayList<>();
        long[] offset = {188_080, 16_940, 0, 0};
        for (int i = 0; i < 4; i++) {
            accident.add(period(i + 1, 0, row(Fund.INDUSTRIAL_ACCIDENT, -offset[i], 188_080, 0)));
            employment.add(period(
                    i + 1,
                    0,
                    row(Fund.UNEMPLOYMENT, 0, i == 0 ? 488_870 : 488_840, 0),
                    row(Fund.STABILITY, 0, i == 0 ? 76_390 : 76_380, 0)));
        }
        return filed(workplace, insurance(Insurance.IA, accident, 0), insurance(Insurance.EI, employment, 0));
    }

    /** The excess of 825,320 covers a lump sum of 500,000 less 3 %; 340,320 is left to refund. IA owes nothing at all. */
    public static FiledReturn coveredByExcess(WorkplaceNumber workplace) {
        return filed(
                workplace,
                insurance(
                        Insurance.EI,
                        List.of(period(
                                0,
                                0,
                                row(Fund.UNEMPLOYMENT, -388_000, 400_000, 12_000),
                                row(Fund.STABILITY, -97_000, 100_000, 3_000))),
                        340_320),
                insurance(Insurance.IA, List.of(period(0, 0, row(Fund.INDUSTRIAL_ACCIDENT, 0, 0, 0))), 0));
    }
}
