package kr.gosan.payment.debt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * Computes a filed return's figures again. Money is demanded on them, so a return that does not add up is refused as a
 * whole, with every figure that is wrong named.
 */
final class ReturnFaults {

    private final List<String> faults = new ArrayList<>();

    private ReturnFaults() {}

    static List<String> of(FiledReturn filed) {
        ReturnFaults found = new ReturnFaults();
        if (filed.insurances().isEmpty()) {
            found.faults.add("no insurance");
        }
        if (filed.insurances().stream()
                        .map(FiledInsurance::insurance)
                        .distinct()
                        .count()
                != filed.insurances().size()) {
            found.faults.add("an insurance is listed twice");
        }
        filed.insurances().forEach(found::check);
        return List.copyOf(found.faults);
    }

    private void check(FiledInsurance filed) {
        String where = filed.insurance().name();
        List<Fund> funds = Fund.of(filed.insurance());
        if (!filed.lines().stream().map(FundSettlement::fund).toList().equals(funds)
                || filed.periods().stream()
                        .anyMatch(period -> !period.funds().stream()
                                .map(FundFigures::fund)
                                .toList()
                                .equals(funds))) {
            faults.add(where + ": the funds are not " + funds);
        } else if (!periodsFit(filed)) {
            faults.add(where + ": the periods do not fit " + filed.paymentMethod());
        } else if (amounts(filed).anyMatch(amount -> amount.isNegative() || amount.compareTo(Won.MAX_INPUT) > 0)
                || rows(filed)
                        .anyMatch(row -> row.confirmedAdditional().compareTo(Won.MAX_INPUT) > 0
                                || row.confirmedAdditional().compareTo(Won.MAX_INPUT.negate()) < 0)) {
            faults.add(where + ": an amount is negative or too large");
        } else {
            filed.periods().forEach(period -> check(where + " period " + period.period(), filed, period));
            checkTotals(where, filed);
        }
    }

    private static boolean periodsFit(FiledInsurance filed) {
        List<Integer> periods =
                filed.periods().stream().map(PaymentPeriod::period).toList();
        return switch (filed.paymentMethod()) {
            case LUMP_SUM -> periods.equals(List.of(PaymentPeriod.LUMP_SUM));
            case INSTALLMENT ->
                !periods.isEmpty()
                        && periods.size() <= 4
                        && periods.equals(
                                IntStream.rangeClosed(1, periods.size()).boxed().toList());
        };
    }

    private void check(String where, FiledInsurance filed, PaymentPeriod period) {
        PaymentPeriod right = period.recomputed();
        expect(where + ": ①", right.confirmedAdditional(), period.confirmedAdditional());
        expect(where + ": ②", right.estimate(), period.estimate());
        expect(where + ": ③", right.lumpSumDiscount(), period.lumpSumDiscount());
        expect(where + ": payable ① + ② − ③ − ④", right.payable(), period.payable());
        for (int i = 0; i < period.funds().size(); i++) {
            FundFigures row = period.funds().get(i);
            String fund = where + " " + row.fund();
            expect(fund + ": ① + ② − ③", right.funds().get(i).payableBeforeReduction(), row.payableBeforeReduction());
            if (filed.offset(period, row).isNegative()) {
                faults.add(fund + ": ① is more than the additional premium");
            }
            if (!row.charge().isZero()) {
                faults.add(fund + ": a return demands no charge");
            }
            if (row.lumpSumDiscount().compareTo(row.estimate()) > 0) {
                faults.add(fund + ": ③ is more than ②");
            }
        }
        if (filed.paymentMethod() == PaymentMethod.INSTALLMENT
                && !period.lumpSumDiscount().isZero()) {
            faults.add(where + ": an instalment has no lump-sum discount");
        }
    }

    private void checkTotals(String where, FiledInsurance filed) {
        Won offset = Won.sum(filed.periods().stream()
                .flatMap(period -> period.funds().stream().map(row -> filed.offset(period, row)))
                .toList());
        expect(where + ": offset", offset, filed.offset());
        expect(
                where + ": offset and refund",
                Won.sum(filed.lines().stream().map(FundSettlement::excess).toList()),
                filed.offset().plus(filed.refund()));
        for (FundSettlement line : filed.lines()) {
            Won instalments = Won.sum(rows(filed)
                    .filter(row -> row.fund() == line.fund())
                    .map(FundFigures::estimate)
                    .toList());
            expect(where + " " + line.fund() + ": ② of all periods", line.estimated(), instalments);
        }
    }

    private void expect(String what, Won right, Won stated) {
        if (!right.equals(stated)) {
            faults.add(what + " is stated as " + stated + ", not " + right);
        }
    }

    /** Every amount that is zero or more by its meaning. */
    private static Stream<Won> amounts(FiledInsurance filed) {
        Stream<Won> lines = filed.lines().stream()
                .flatMap(line -> Stream.of(
                        line.confirmed(),
                        line.reported(),
                        line.paid(),
                        line.additional(),
                        line.excess(),
                        line.estimated()));
        Stream<Won> periods =
                filed.periods().stream().flatMap(period -> Stream.of(period.eFilingReduction(), period.payable()));
        Stream<Won> rows = rows(filed)
                .flatMap(row -> Stream.of(row.estimate(), row.lumpSumDiscount(), row.payableBeforeReduction()));
        return Stream.of(lines, periods, rows, Stream.of(filed.offset(), filed.refund()))
                .flatMap(Function.identity());
    }

    private static Stream<FundFigures> rows(FiledInsurance filed) {
        return filed.periods().stream().flatMap(period -> period.funds().stream());
    }
}
