package kr.gosan.premium.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import kr.gosan.premium.eligibility.Condition;

/**
 * An application held against the law, kept as it was: every condition answered, the figures, their trace and the law used.
 *
 * @param result figures of the form; missing where it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredAssessment(List<Condition> conditions, JsonNode result, JsonNode trace, JsonNode law) {

    /** Whether a condition speaks against it; what is still open does not. */
    boolean isRefusedByLaw() {
        return conditions.stream().anyMatch(each -> each.answer() == Condition.Answer.NOT_MET);
    }
}
