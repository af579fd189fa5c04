package kr.gosan.auth.frontdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiDocumentsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void componentsDefinedAlikeAreKeptOnceAndOthersUnderTheServicesName() {
        String problem = "\"Problem\": {\"type\": \"object\"}";
        ObjectNode merged = merge(
                "{" + problem + ", \"Line\": {\"type\": \"string\"}}",
                "{" + problem + ", \"Line\": {\"type\": \"integer\"}}");

        ObjectNode schemas = (ObjectNode) merged.at("/components/schemas");
        assertEquals(3, schemas.size());
        assertEquals("string", schemas.at("/Line/type").asText());
        assertEquals("integer", schemas.at("/TwoLine/type").asText());
        assertEquals("#/components/schemas/Line", ref(merged, "/one"));
        assertEquals("#/components/schemas/TwoLine", ref(merged, "/two"));
    }

    @Test
    void aComponentThatLooksAlikeButMeansAnotherIsADifferentOne() {
        String page = "\"Page\": {\"items\": {\"$ref\": \"#/components/schemas/Line\"}}";
        ObjectNode merged = merge(
                "{" + page + ", \"Line\": {\"type\": \"string\"}}",
                "{" + page + ", \"Line\": {\"type\": \"integer\"}}");

        assertEquals(
                "#/components/schemas/Line",
                merged.at("/components/schemas/Page/items/$ref").asText());
        assertEquals(
                "#/components/schemas/TwoLine",
                merged.at("/components/schemas/TwoPage/items/$ref").asText());
    }

    @Test
    void whatADocumentDemandsOfAllItsOperationsIsSaidOfEach() {
        ObjectNode merged = merge("{\"Line\": {}}", "{\"Line\": {}}");

        assertEquals("[{\"bearer\":[]}]", merged.at("/paths/~1one/get/security").toString());
        assertEquals("[]", merged.at("/paths/~1one/post/security").toString());
        assertFalse(merged.has("security"));
    }

    @Test
    void tagsOfTheSameNameAreOne() {
        assertEquals(1, merge("{\"Line\": {}}", "{\"Line\": {}}").path("tags").size());
        assertTrue(ApiDocuments.merge("t", "d", Map.of()).path("paths").isEmpty());
    }

    private static String ref(ObjectNode merged, String path) {
        return merged.at("/paths/" + path.replace("/", "~1") + "/get/responses/200/schema/$ref")
                .asText();
    }

    private static ObjectNode merge(String one, String two) {
        Map<String, ObjectNode> documents = new LinkedHashMap<>();
        documents.put("one", document("/one", one));
        documents.put("two", document("/two", two));
        return ApiDocuments.merge("title", "description", documents);
    }

    private static ObjectNode document(String path, String schemas) {
        try {
            return (ObjectNode) MAPPER.readTree("""
                    {"tags": [{"name": "all"}],
                     "security": [{"bearer": []}],
                     "paths": {"%s": {
                       "get": {"responses": {"200": {"schema": {"$ref": "#/components/schemas/Line"}}}},
                       "post": {"security": [], "responses": {}}}},
                     "components": {"schemas": %s}}""".formatted(path, schemas));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
