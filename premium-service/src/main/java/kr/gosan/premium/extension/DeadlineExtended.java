package kr.gosan.premium.extension;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.premium.deadline.Extension;

/**
 * Data of the event {@code kr.gosan.premium.deadline-extended.v1}; its key is the extension's id, for it may concern every
 * workplace. Published in {@code docs/events}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeadlineExtended(
        UUID extensionId,
        Extension.Scope scope,
        List<String> districts,
        List<WorkplaceNumber> managementNos,
        LocalDate from,
        LocalDate to,
        LocalDate extendedTo,
        String reason,
        String legalBasis,
        boolean stopsLateCharge) {

    public static final String TYPE = "kr.gosan.premium.deadline-extended.v1";

    static DeadlineExtended of(Extension extension) {
        return new DeadlineExtended(
                extension.id(),
                extension.scope(),
                extension.districts(),
                extension.managementNos(),
                extension.from(),
                extension.to(),
                extension.extendedTo(),
                extension.reason(),
                extension.legalBasis(),
                extension.stopsLateCharge());
    }
}
