package kr.gosan.premium.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * An extension of due dates, declared by the office for everybody (an outage), for districts (a disaster) or for single
 * workplaces (행정절차법 §16①: a time limit that cannot be kept through no fault of one's own).
 *
 * @param districts where the scope is DISTRICTS: 시군구 as the establishment of the workplaces names it
 * @param managementNos where the scope is WORKPLACES
 * @param from first due date that is moved, inclusive; due dates as the business calendar has them
 * @param to last due date that is moved, inclusive
 * @param extendedTo the new last day, before the business calendar moves it; after {@code to}
 * @param stopsLateCharge whether no late charge runs up to the new day
 */
public record Extension(
        UUID id,
        Scope scope,
        List<String> districts,
        List<WorkplaceNumber> managementNos,
        LocalDate from,
        LocalDate to,
        LocalDate extendedTo,
        String reason,
        String legalBasis,
        boolean stopsLateCharge) {

    /** Whom an extension is for. */
    public enum Scope {
        ALL,
        DISTRICTS,
        WORKPLACES
    }

    public Extension {
        districts = List.copyOf(districts);
        managementNos = List.copyOf(managementNos);
    }

    /** Whether it is for the workplace; {@code district} is null where it is not known. */
    public boolean isFor(WorkplaceNumber workplace, String district) {
        return switch (scope) {
            case ALL -> true;
            case DISTRICTS -> district != null && districts.contains(district);
            case WORKPLACES -> managementNos.contains(workplace);
        };
    }

    /** Whether a due date, as the business calendar has it, lies in the range that is moved. */
    public boolean moves(LocalDate dueDate) {
        return !dueDate.isBefore(from) && !dueDate.isAfter(to);
    }
}
