package kr.gosan.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiChangesTest {

    private static final String DOCUMENT = """
            {components: {schemas: {
              State: {type: string, enum: [OPEN, PAID]},
              Node: {type: object, required: [id], properties: {
                id: {type: string, format: uuid},
                children: {type: array, items: {$ref: '#/components/schemas/Node'}},
                state: {$ref: '#/components/schemas/State'}}},
              Order: {type: object, required: [amount], properties: {
                amount: {type: integer},
                note: {type: string},
                state: {$ref: '#/components/schemas/State'}}}}},
             paths: {/slips: {
              get: {
                parameters: [{name: cursor, in: query, schema: {type: string}}],
                responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}}},
              post: {
                requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}},
                responses: {'201': {content: {application/json: {
                  schema: {type: object, properties: {slip: {type: string}}}}}}}}}}}
            """;

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/slips: | /slip: | GET /slips is gone; POST /slips is gone",
                "get: | put: | GET /slips is gone",
                "name: cursor | name: after | GET /slips query parameter cursor is gone",
                "in: query, | in: query, required: true, | GET /slips query parameter cursor has become required",
                "requestBody: {content | requestBody: {required: true, content | POST /slips: the body has become required",
                "required: [amount] | required: [amount, note] | POST /slips request.note has become required",
                "amount: {type: integer} | amount: {type: string}"
                        + " | POST /slips request.amount: the type was [integer] and is [string]",
                "note: {type: string} | remark: {type: string} | POST /slips request.note is gone",
                "[OPEN, PAID] | [OPEN] | POST /slips request.state: no longer taken: [PAID]",
                "required: [id] | required: [] | GET /slips 200.id is no longer always there",
                "format: uuid | format: date | GET /slips 200.id: the format was \"uuid\" and is \"date\"",
                "children: | kids: | GET /slips 200.children is gone",
                "slip: {type: string} | slip: {type: integer} | POST /slips 201.slip: the type was [string] and is [integer]",
                "'201' | '202' | POST /slips 201 is gone"
            })
    void whatBreaksAClientIsNamed(String was, String is, String expected) throws IOException {
        assertEquals(expected, String.join("; ", ApiChanges.breaking(tree(DOCUMENT), changed(was, is))));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "note: {type: string} | remark: {type: string}, note: {type: string}",
                "required: [amount] | required: []",
                "[OPEN, PAID] | [OPEN, PAID, CLOSED]",
                "required: [id] | required: [id, children]",
                "amount: {type: integer} | amount: {type: [integer, string]}",
                "parameters: [ | parameters: [{name: year, in: query, schema: {type: integer}},",
                "post: | put: {responses: {}}, post:",
                "'201': | '202': {}, '201':"
            })
    void whatIsAddedBreaksNobody(String was, String is) throws IOException {
        assertEquals(List.of(), ApiChanges.breaking(tree(DOCUMENT), changed(was, is)));
    }

    private static JsonNode changed(String was, String is) throws IOException {
        assertTrue(DOCUMENT.contains(was), "the document says " + was);
        return tree(DOCUMENT.replace(was, is));
    }

    private static JsonNode tree(String yaml) throws IOException {
        return new YAMLMapper().readTree(yaml);
    }
}
