package kr.gosan.premium.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.util.List;
import kr.gosan.platform.problem.Problems;
import kr.gosan.premium.eligibility.Condition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Writes answered conditions in the caller's language. */
@Singleton
public class ConditionTexts {

    private final Problems problems;
    private final ObjectMapper mapper;

    public ConditionTexts(Problems problems, ObjectMapper mapper) {
        this.problems = problems;
        this.mapper = mapper;
    }

    /**
     * A condition as the API shows it.
     *
     * @param met missing while it cannot be answered yet
     * @param because what the answer rests on, in the caller's language
     */
    @Schema(name = "Condition")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(String condition, Boolean met, String because, String legalBasis) {}

    public List<View> of(List<Condition> conditions) {
        return conditions.stream().map(this::of).toList();
    }

    public View of(Condition condition) {
        Boolean met = condition.answer() == Condition.Answer.OPEN ? null : Boolean.valueOf(condition.isMet());
        return new View(
                condition.code(),
                met,
                problems.text(condition.code(), condition.figures().toArray()),
                condition.legalBasis());
    }

    /** Stored figures, with the conditions and reasons inside them put into words. */
    JsonNode of(JsonNode result) {
        return switch (result) {
            case ArrayNode list -> {
                ArrayNode written = mapper.createArrayNode();
                list.forEach(each -> written.add(of(each)));
                yield written;
            }
            case ObjectNode object
            when object.has("code") && object.has("answer") ->
                mapper.valueToTree(of(mapper.convertValue(object, Condition.class)));
            case ObjectNode object -> {
                ObjectNode written = mapper.createObjectNode();
                object.fields()
                        .forEachRemaining(field -> written.set(
                                field.getKey(),
                                field.getKey().equals("because")
                                        ? TextNode.valueOf(
                                                problems.text(field.getValue().asText()))
                                        : of(field.getValue())));
                yield written;
            }
            default -> result;
        };
    }
}
