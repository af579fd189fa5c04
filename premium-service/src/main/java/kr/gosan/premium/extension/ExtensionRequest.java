package kr.gosan.premium.extension;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.deadline.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An extension as an operator declares it.
 *
 * @param districts exactly where the scope is DISTRICTS
 * @param managementNos exactly where the scope is WORKPLACES
 * @param from first due date that is moved, inclusive; due dates as the business calendar has them
 * @param to last due date that is moved, inclusive
 * @param extendedTo the new last day; after {@code to}
 * @param legalBasis the article and the notice it rests on
 */
@Schema(
        name = "DeadlineExtensionRequest",
        requiredProperties = {"scope", "from", "to", "extendedTo", "reason", "legalBasis", "stopsLateCharge"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExtensionRequest(
        Extension.Scope scope,
        List<String> districts,
        List<WorkplaceNumber> managementNos,
        LocalDate from,
        LocalDate to,
        LocalDate extendedTo,
        String reason,
        String legalBasis,
        Boolean stopsLateCharge)
        implements RequestBody {

    private static final int MOST = 1_000;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/scope", scope);
        members("/districts", districts, scope == Extension.Scope.DISTRICTS, errors);
        members("/managementNos", managementNos, scope == Extension.Scope.WORKPLACES, errors);
        if (districts != null) {
            for (int i = 0; i < districts.size(); i++) {
                errors.text("/districts/" + i, districts.get(i), 50);
            }
        }
        errors.required("/from", from);
        errors.required("/to", to);
        errors.required("/extendedTo", extendedTo);
        if (from != null && to != null && to.isBefore(from)) {
            errors.add("/to", "period-reversed");
        }
        if (to != null && extendedTo != null && !extendedTo.isAfter(to)) {
            errors.add("/extendedTo", "extension-not-later");
        }
        errors.required("/reason", reason);
        errors.text("/reason", reason, 500);
        errors.required("/legalBasis", legalBasis);
        errors.text("/legalBasis", legalBasis, 200);
        errors.required("/stopsLateCharge", stopsLateCharge);
    }

    private void members(String pointer, List<?> members, boolean wanted, FieldErrors errors) {
        if (wanted && (members == null || members.isEmpty() || members.stream().anyMatch(Objects::isNull))) {
            errors.required(pointer, null);
        }
        if (wanted && members != null && members.size() > MOST) {
            errors.add(pointer, "too-many", MOST);
        }
        if (!wanted && members != null && scope != null) {
            errors.add(pointer, "not-of-this-scope", scope);
        }
    }

    Extension extension(UUID id) {
        return new Extension(
                id,
                scope,
                districts == null ? List.of() : districts,
                managementNos == null ? List.of() : managementNos,
                from,
                to,
                extendedTo,
                reason,
                legalBasis,
                stopsLateCharge);
    }
}
