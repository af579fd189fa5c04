package kr.gosan.payment.debt;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * An extension of due dates that was declared for a region, for single workplaces, or, after an outage, for everybody: the data of
 * the event {@code deadline-extended}.
 *
 * @param districts where {@code scope} is DISTRICTS: 시군구 of the workplaces, as their establishment names them
 * @param managementNos where {@code scope} is WORKPLACES
 * @param from first due date that is moved, inclusive; due dates as the business calendar has them
 * @param to last due date that is moved, inclusive
 * @param extendedTo the new last day to pay, before the business calendar moves it
 * @param stopsLateCharge whether no late charge runs up to the new day; left out means that one does
 */
public record DueDateExtension(
        UUID extensionId,
        Scope scope,
        List<String> districts,
        List<WorkplaceNumber> managementNos,
        LocalDate from,
        LocalDate to,
        LocalDate extendedTo,
        Boolean stopsLateCharge) {

    /** Whom an extension is for. */
    public enum Scope {
        ALL,
        DISTRICTS,
        WORKPLACES
    }

    public DueDateExtension {
        Objects.requireNonNull(extensionId, "extensionId");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(extendedTo, "extendedTo");
        stopsLateCharge = stopsLateCharge != null && stopsLateCharge;
        districts = districts == null ? List.of() : List.copyOf(districts);
        managementNos = managementNos == null ? List.of() : List.copyOf(managementNos);
    }

    /** Whether the extension is for the workplace; {@code district} is null where it is not known. */
    public boolean isFor(WorkplaceNumber workplace, String district) {
        return switch (scope) {
            case ALL -> true;
            case DISTRICTS -> district != null && districts.contains(district);
            case WORKPLACES -> managementNos.contains(workplace);
        };
    }

    /** Whether a due date lies in the range that is moved. */
    boolean moves(LocalDate dueDate) {
        return !dueDate.isBefore(from) && !dueDate.isAfter(to);
    }
}
