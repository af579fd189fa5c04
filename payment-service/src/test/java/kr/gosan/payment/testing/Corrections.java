package kr.gosan.payment.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.correction.plan.Adjustment;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.PaymentMethod;
import kr.gosan.payment.debt.PaymentPeriod;

/** The corrections of one return, one after the other, as premium-service would tell them. */
public final class Corrections {

    private static final int DAYS_TO_PAY = 30;

    private final FiledReturn filed;
    private final Map<Fund, Won> confirmed = new EnumMap<>(Fund.class);
    private final Map<Fund, Won> estimated = new EnumMap<>(Fund.class);
    private final Map<Insurance, List<Adjustment.Instalment>> instalments = new EnumMap<>(Insurance.class);
    private int no;

    public Corrections(FiledReturn filed) {
        this.filed = filed;
        for (FiledInsurance insurance : filed.insurances()) {
            insurance.lines().forEach(line -> {
                confirmed.put(line.fund(), line.confirmed());
                estimated.put(line.fund(), line.estimated());
            });
            if (insurance.paymentMethod() == PaymentMethod.INSTALLMENT) {
                instalments.put(
                        insurance.insurance(),
                        insurance.periods().stream().map(Corrections::billed).toList());
            }
        }
    }

    private static Adjustment.Instalment billed(PaymentPeriod period) {
        return new Adjustment.Instalment(
                period.period(), period.statutoryDueDate(), period.estimate(), period.estimate());
    }

    /** What of a fund changes, below zero where it falls. */
    public record Change(Fund fund, long confirmed, long estimated, long surcharge) {}

    /** The next correction, of one insurance. */
    public Adjustment of(LocalDate day, Change... changes) {
        Insurance insurance = changes[0].fund().insurance();
        List<Adjustment.Line> lines = new ArrayList<>();
        for (Fund fund : Fund.of(insurance)) {
            Change change = new Change(fund, 0, 0, 0);
            for (Change each : changes) {
                change = each.fund() == fund ? each : change;
            }
            lines.add(line(change));
        }
        Won toPay = Won.sum(lines.stream()
                .map(line -> line.additionalDue().plus(line.surcharge()).minus(line.overpaid()))
                .toList());
        no++;
        return new Adjustment(
                UUID.randomUUID(),
                filed.returnId(),
                no,
                "AMENDED_RETURN",
                filed.managementNo(),
                filed.insuranceYear(),
                day,
                null,
                List.of(new Adjustment.Part(
                        insurance,
                        lines,
                        false,
                        toPay.isPositive() ? day.plusDays(DAYS_TO_PAY) : null,
                        toPay.isNegative() ? day.plusDays(1) : null,
                        changedInstalments(insurance, lines, day))));
    }

    private Adjustment.Line line(Change change) {
        Won confirmedBefore = confirmed.get(change.fund());
        Won estimatedBefore = estimated.get(change.fund());
        Won confirmedAfter = confirmedBefore.plus(Won.of(change.confirmed())).max(Won.ZERO);
        Won estimatedAfter = estimatedBefore.plus(Won.of(change.estimated())).max(Won.ZERO);
        confirmed.put(change.fund(), confirmedAfter);
        estimated.put(change.fund(), estimatedAfter);
        Won by = confirmedAfter.minus(confirmedBefore).plus(estimatedAfter).minus(estimatedBefore);
        return new Adjustment.Line(
                change.fund(),
                confirmedBefore,
                confirmedAfter,
                estimatedBefore,
                estimatedAfter,
                by.max(Won.ZERO),
                by.negate().max(Won.ZERO),
                Won.of(change.surcharge()));
    }

    /** What fell due stays; the rest of the new estimate is divided equally over the others, the remainder in the first. */
    private List<Adjustment.Instalment> changedInstalments(
            Insurance insurance, List<Adjustment.Line> lines, LocalDate day) {
        List<Adjustment.Instalment> billed = instalments.getOrDefault(insurance, List.of());
        Won before =
                Won.sum(lines.stream().map(Adjustment.Line::estimatedBefore).toList());
        Won after = Won.sum(lines.stream().map(Adjustment.Line::estimatedAfter).toList());
        if (billed.isEmpty() || before.equals(after)) {
            return List.of();
        }
        List<Adjustment.Instalment> open = billed.stream()
                .filter(each -> !DueDates.NOT_EXTENDED.of(each.dueDate()).isBefore(day))
                .toList();
        Won rest = after;
        for (Adjustment.Instalment each : billed) {
            rest = open.contains(each) ? rest : rest.minus(each.after());
        }
        rest = rest.max(Won.ZERO);
        Won equal =
                open.isEmpty() ? Won.ZERO : Rounding.TRUNCATE_BELOW_TEN_WON.apply(Won.of(rest.amount() / open.size()));
        List<Adjustment.Instalment> changed = new ArrayList<>();
        for (Adjustment.Instalment each : billed) {
            Won now = !open.contains(each)
                    ? each.after()
                    : each.equals(open.getFirst()) ? rest.minus(equal.times(open.size() - 1L)) : equal;
            changed.add(new Adjustment.Instalment(each.period(), each.dueDate(), each.after(), now));
        }
        instalments.put(insurance, changed);
        return changed;
    }

    public Won confirmed(Fund fund) {
        return confirmed.get(fund);
    }

    public Won estimated(Fund fund) {
        return estimated.get(fund);
    }
}
