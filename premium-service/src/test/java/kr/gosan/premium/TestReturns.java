package kr.gosan.premium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.premium.filing.ReturnExample;

/** Request bodies of premium returns. */
public final class TestReturns {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TestReturns() {}

    /** The documented example with another workplace number. */
    public static ObjectNode example(WorkplaceNumber workplace) {
        ObjectNode content = (ObjectNode) tree(ReturnExample.RETURN);
        content.put("managementNo", workplace.digits());
        return content;
    }

    /** A return whose refund is due: far more was paid for 2021 than is confirmed. */
    public static ObjectNode refunding(WorkplaceNumber workplace) {
        ObjectNode content = example(workplace);
        ObjectNode accident = (ObjectNode) content.at("/previousEstimate/industrialAccident");
        accident.put("reported", 20_000_000).put("paid", 20_000_000);
        return content;
    }

    public static ObjectNode account(String holderKind) {
        return MAPPER.createObjectNode()
                .put("bank", "근로은행")
                .put("accountNo", "777-88-99990001")
                .put("holderKind", holderKind)
                .put("holderName", "고산건설(주)");
    }

    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
