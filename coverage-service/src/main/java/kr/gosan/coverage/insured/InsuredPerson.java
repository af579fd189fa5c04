package kr.gosan.coverage.insured;

import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.ResidentNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person as one workplace knows it.
 *
 * @param name as last reported by the workplace
 * @param residentNumber masked in its JSON form
 * @param insured whether insured at this workplace now
 * @param employments at this workplace, in order of acquisition
 */
@Schema(name = "InsuredPerson")
public record InsuredPerson(
        UUID personId,
        String name,

        @Schema(implementation = String.class, examples = "900101-1******")
        ResidentNumber residentNumber,

        boolean insured,
        List<Employment> employments) {}
