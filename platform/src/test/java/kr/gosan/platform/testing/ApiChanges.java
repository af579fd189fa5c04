package kr.gosan.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What of one OpenAPI 3.1 document a client may rely on and no longer finds in another. A client may send all it could
 * send before and nothing more is asked of it; in answers it finds all it found before. New operations, new optional
 * fields and new values of answers break nothing: clients are told to pass over what they do not know. Bodies and query
 * parameters are read strictly, so a field that is gone from a request breaks as much as one gone from an answer.
 */
final class ApiChanges {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    /** Which way a value goes. What a service takes in may only grow; what it answers may not change its kind. */
    private enum Way {
        IN,
        OUT
    }

    private final JsonNode before;
    private final JsonNode now;
    private final List<String> breaks = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private ApiChanges(JsonNode before, JsonNode now) {
        this.before = before;
        this.now = now;
    }

    /** One line for each thing that breaks a client; empty when none does. */
    static List<String> breaking(JsonNode before, JsonNode now) {
        ApiChanges changes = new ApiChanges(before, now);
        for (Map.Entry<String, JsonNode> path : before.path("paths").properties()) {
            for (String method : METHODS) {
                if (path.getValue().has(method)) {
                    changes.operation(
                            method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                            path.getValue().get(method),
                            now.path("paths").path(path.getKey()).path(method));
                }
            }
        }
        return changes.breaks;
    }

    private void operation(String name, JsonNode was, JsonNode is) {
        if (is.isMissingNode()) {
            breaks.add(name + " is gone");
            return;
        }
        parameters(name, was, is);
        boolean asked = is.path("requestBody").path("required").asBoolean();
        if (asked && !was.path("requestBody").path("required").asBoolean()) {
            breaks.add(name + ": the body has become required");
        }
        contents(name + " request", was.path("requestBody"), is.path("requestBody"), Way.IN);
        for (Map.Entry<String, JsonNode> response : was.path("responses").properties()) {
            String answer = name + " " + response.getKey();
            JsonNode still = is.path("responses").path(response.getKey());
            if (still.isMissingNode()) {
                breaks.add(answer + " is gone");
            } else {
                contents(answer, response.getValue(), still, Way.OUT);
            }
        }
    }

    private void parameters(String name, JsonNode was, JsonNode is) {
        Map<String, JsonNode> then = parametersOf(was);
        Map<String, JsonNode> today = parametersOf(is);
        then.forEach((key, parameter) -> {
            if (today.containsKey(key)) {
                schema(
                        name + " " + key,
                        parameter.path("schema"),
                        today.get(key).path("schema"),
                        Way.IN);
            } else {
                breaks.add(name + " " + key + " is gone");
            }
        });
        today.forEach((key, parameter) -> {
            boolean before =
                    then.containsKey(key) && then.get(key).path("required").asBoolean();
            if (parameter.path("required").asBoolean() && !before) {
                breaks.add(name + " " + key + " has become required");
            }
        });
    }

    private static Map<String, JsonNode> parametersOf(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .collect(Collectors.toMap(
                        each -> each.path("in").asText() + " parameter "
                                + each.path("name").asText(),
                        each -> each));
    }

    private void contents(String name, JsonNode was, JsonNode is, Way way) {
        for (Map.Entry<String, JsonNode> content : was.path("content").properties()) {
            JsonNode still = is.path("content").path(content.getKey());
            if (still.isMissingNode()) {
                breaks.add(name + ": " + content.getKey() + " is gone");
            } else {
                schema(name, content.getValue().path("schema"), still.path("schema"), way);
            }
        }
    }

    private void schema(String name, JsonNode was, JsonNode is, Way way) {
        // Named schemas refer to one another, also in circles: each pair is looked at once for each way.
        if (was.has("$ref") && is.has("$ref") && !compared.add(way + " " + was.get("$ref") + " " + is.get("$ref"))) {
            return;
        }
        JsonNode then = resolved(before, was);
        JsonNode today = resolved(now, is);
        Set<String> types = texts(then.path("type"));
        Set<String> typesNow = texts(today.path("type"));
        boolean kept = way == Way.IN
                ? typesNow.isEmpty() || (!types.isEmpty() && typesNow.containsAll(types))
                : types.isEmpty() || (!typesNow.isEmpty() && types.containsAll(typesNow));
        if (!kept) {
            breaks.add(name + ": the type was " + types + " and is " + typesNow);
        }
        for (String key : List.of("format", "pattern")) {
            boolean added = !then.has(key) && way == Way.OUT;
            boolean removed = !today.has(key) && way == Way.IN;
            if (!then.path(key).equals(today.path(key)) && !added && !removed) {
                breaks.add(name + ": the " + key + " was " + then.path(key) + " and is " + today.path(key));
            }
        }
        if (way == Way.IN && today.has("enum")) {
            Set<String> lost = new HashSet<>(texts(then.path("enum")));
            lost.removeAll(texts(today.path("enum")));
            if (!then.has("enum") || !lost.isEmpty()) {
                breaks.add(name + ": no longer taken: " + lost);
            }
        }
        properties(name, then, today, way);
        if (then.has("items")) {
            schema(name + "[]", then.get("items"), today.path("items"), way);
        }
        if (then.path("additionalProperties").isObject()) {
            schema(name + ".*", then.get("additionalProperties"), today.path("additionalProperties"), way);
        }
        for (String key : List.of("allOf", "oneOf", "anyOf")) {
            for (int i = 0; i < then.path(key).size(); i++) {
                schema(
                        name + " " + key + " " + i,
                        then.path(key).get(i),
                        today.path(key).path(i),
                        way);
            }
        }
    }

    private void properties(String name, JsonNode then, JsonNode today, Way way) {
        for (Map.Entry<String, JsonNode> property : then.path("properties").properties()) {
            JsonNode still = today.path("properties").path(property.getKey());
            if (still.isMissingNode()) {
                breaks.add(name + "." + property.getKey() + " is gone");
            } else {
                schema(name + "." + property.getKey(), property.getValue(), still, way);
            }
        }
        Set<String> required = texts(then.path("required"));
        Set<String> requiredNow = texts(today.path("required"));
        Set<String> changed = new HashSet<>(way == Way.IN ? requiredNow : required);
        changed.removeAll(way == Way.IN ? required : requiredNow);
        changed.stream()
                .sorted()
                .forEach(each -> breaks.add(
                        name + "." + each + (way == Way.IN ? " has become required" : " is no longer always there")));
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static Set<String> texts(JsonNode oneOrMany) {
        if (oneOrMany.isTextual()) {
            return Set.of(oneOrMany.asText());
        }
        return StreamSupport.stream(oneOrMany.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
