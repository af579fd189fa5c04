package kr.gosan.auth.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Merges the services' OpenAPI documents into one. A component that two services define differently is kept twice, the
 * later one under {@code <Service><Name>} with every reference to it rewritten; one defined alike is kept once.
 */
final class ApiDocuments {

    private static final String REFERENCE = "$ref";

    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();

    private ApiDocuments() {}

    /** @param documents by service, merged in the map's order; the first gives version and shared names */
    static ObjectNode merge(String title, String description, Map<String, ObjectNode> documents) {
        ApiDocuments merging = new ApiDocuments();
        merging.merged.put("openapi", "3.1.0");
        merging.merged.putObject("info").put("title", title).put("version", "1").put("description", description);
        merging.merged.putArray("tags");
        merging.merged.putObject("paths");
        merging.merged.putObject("components");
        documents.forEach(merging::add);
        return merging.merged;
    }

    private void add(String service, ObjectNode document) {
        ObjectNode renamed = rename(document.deepCopy(), service, conflicts(document));
        renamed.path("components")
                .properties()
                .forEach(section -> ((ObjectNode) merged.get("components"))
                        .withObjectProperty(section.getKey())
                        .setAll((ObjectNode) section.getValue()));
        JsonNode security = renamed.path("security");
        renamed.path("paths").properties().forEach(path -> {
            // What a document demands of all its operations has to be said of each once it is one of several.
            path.getValue().properties().stream()
                    .map(Map.Entry::getValue)
                    .filter(operation -> operation.has("responses") && !operation.has("security"))
                    .filter(operation -> !security.isMissingNode())
                    .forEach(operation -> ((ObjectNode) operation).set("security", security));
            ((ObjectNode) merged.get("paths")).set(path.getKey(), path.getValue());
        });
        renamed.path("tags").forEach(tag -> {
            boolean known = merged.get("tags")
                    .valueStream()
                    .anyMatch(each -> each.path("name").equals(tag.path("name")));
            if (!known) {
                merged.withArrayProperty("tags").add(tag);
            }
        });
    }

    /** References {@code #/components/<section>/<name>} whose meaning differs from what is merged already. */
    private Set<String> conflicts(ObjectNode document) {
        Set<String> conflicts = new TreeSet<>();
        document.path("components")
                .properties()
                .forEach(section -> section.getValue().properties().forEach(component -> {
                    JsonNode present =
                            merged.path("components").path(section.getKey()).path(component.getKey());
                    if (!present.isMissingNode() && !present.equals(component.getValue())) {
                        conflicts.add(reference(section.getKey(), component.getKey()));
                    }
                }));
        // A component that looks alike but refers to a differing one differs too.
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, JsonNode> section :
                    document.path("components").properties()) {
                for (Map.Entry<String, JsonNode> component : section.getValue().properties()) {
                    boolean present =
                            merged.path("components").path(section.getKey()).has(component.getKey());
                    if (present && references(component.getValue()).stream().anyMatch(conflicts::contains)) {
                        grown |= conflicts.add(reference(section.getKey(), component.getKey()));
                    }
                }
            }
        }
        return conflicts;
    }

    private static Set<String> references(JsonNode node) {
        Set<String> found = new HashSet<>();
        node.findValues(REFERENCE).forEach(value -> found.add(value.asText()));
        return found;
    }

    private static ObjectNode rename(ObjectNode document, String service, Set<String> conflicts) {
        if (conflicts.isEmpty()) {
            return document;
        }
        document.path("components").properties().forEach(section -> {
            ObjectNode components = (ObjectNode) section.getValue();
            Set<String> names = new TreeSet<>();
            components.fieldNames().forEachRemaining(names::add);
            names.stream()
                    .filter(name -> conflicts.contains(reference(section.getKey(), name)))
                    .forEach(name -> components.set(prefixed(service, name), components.remove(name)));
        });
        for (JsonNode holder : document.findParents(REFERENCE)) {
            String reference = holder.get(REFERENCE).asText();
            if (conflicts.contains(reference)) {
                int name = reference.lastIndexOf('/') + 1;
                ((ObjectNode) holder)
                        .put(REFERENCE, reference.substring(0, name) + prefixed(service, reference.substring(name)));
            }
        }
        return document;
    }

    private static String reference(String section, String name) {
        return "#/components/" + section + "/" + name;
    }

    private static String prefixed(String service, String name) {
        return service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1) + name;
    }
}
