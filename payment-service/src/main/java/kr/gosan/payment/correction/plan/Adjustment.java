package kr.gosan.payment.correction.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * What a correction of a filed return changes against the figures that were in force before it: the data of the event
 * {@code premium-adjusted}.
 *
 * @param correctionNo place in the return's chain of corrections, from 1; refused ones leave gaps
 * @param kind what kind of correction it was; told on, never judged by
 * @param insuranceYear the year whose premium the return confirms
 * @param decidedOn from when the figures are in force
 * @param decidedBy member who decided it; null where it was not told
 */
public record Adjustment(
        UUID adjustmentId,
        UUID returnId,
        Integer correctionNo,
        String kind,
        WorkplaceNumber managementNo,
        Integer insuranceYear,
        LocalDate decidedOn,
        String decidedBy,
        List<Part> insurances) {

    public Adjustment {
        Objects.requireNonNull(adjustmentId, "adjustmentId");
        Objects.requireNonNull(returnId, "returnId");
        Objects.requireNonNull(correctionNo, "correctionNo");
        Objects.requireNonNull(managementNo, "managementNo");
        Objects.requireNonNull(insuranceYear, "insuranceYear");
        Objects.requireNonNull(decidedOn, "decidedOn");
        insurances = List.copyOf(insurances);
    }

    /**
     * One insurance.
     *
     * @param smallAmount the figures changed, but nothing is collected or refunded for it (보험료징수법 §45의2)
     * @param dueDate by when what is added is to be paid; null when premium-service sees nothing to pay
     * @param refundInterestFrom first day of interest on what is given back; null when nothing is
     * @param periods the instalments of a changed estimate; empty when it stays or is paid at once
     */
    public record Part(
            Insurance insurance,
            List<Line> lines,
            boolean smallAmount,
            LocalDate dueDate,
            LocalDate refundInterestFrom,
            List<Instalment> periods) {

        public Part {
            Objects.requireNonNull(insurance, "insurance");
            lines = List.copyOf(lines);
            periods = periods == null ? List.of() : List.copyOf(periods);
        }

        public Line line(Fund fund) {
            return lines.stream()
                    .filter(line -> line.fund() == fund)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** One fund; all amounts zero or more. */
    public record Line(
            Fund fund,
            Won confirmedBefore,
            Won confirmedAfter,
            Won estimatedBefore,
            Won estimatedAfter,
            Won additionalDue,
            Won overpaid,
            Won surcharge) {

        public Line {
            Objects.requireNonNull(fund, "fund");
            Objects.requireNonNull(confirmedBefore, "confirmedBefore");
            Objects.requireNonNull(confirmedAfter, "confirmedAfter");
            Objects.requireNonNull(estimatedBefore, "estimatedBefore");
            Objects.requireNonNull(estimatedAfter, "estimatedAfter");
            Objects.requireNonNull(additionalDue, "additionalDue");
            Objects.requireNonNull(overpaid, "overpaid");
            Objects.requireNonNull(surcharge, "surcharge");
        }

        /** What the confirmed premium rises by; below zero what it falls by. */
        Won confirmedChange() {
            return confirmedAfter.minus(confirmedBefore);
        }

        Won estimatedChange() {
            return estimatedAfter.minus(estimatedBefore);
        }
    }

    /** An instalment of the insurance, over its funds, before and after. */
    public record Instalment(Integer period, LocalDate dueDate, Won before, Won after) {

        public Instalment {
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        Won change() {
            return after.minus(before);
        }
    }
}
