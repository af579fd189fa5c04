package kr.gosan.premium.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.receipt.Receipt;

/** Returns as they were stored at filing, kept as files: what was filed once must print in every later version. */
final class StoredReturns {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final UUID ID = UUID.fromString("019ce5a0-0000-7000-8000-000000000001");

    private StoredReturns() {}

    static ObjectNode json(String name) {
        try (InputStream in = StoredReturns.class.getResourceAsStream("/print/" + name + ".json")) {
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PrintedReturn filed(String name) {
        return filed(json(name));
    }

    static PrintedReturn filed(JsonNode stored) {
        JsonNode receipt = stored.path("receipt");
        return of(
                stored,
                Optional.of(new Receipt(
                        receipt.path("receiptNo").asText(),
                        "premium-return",
                        ID,
                        stored.at("/content/managementNo").asText(),
                        receipt.path("sha256").asText(),
                        OffsetDateTime.parse(receipt.path("acceptedAt").asText()),
                        "")));
    }

    static PrintedReturn draft(JsonNode stored) {
        return of(stored, Optional.empty());
    }

    private static PrintedReturn of(JsonNode stored, Optional<Receipt> receipt) {
        return new PrintedReturn(
                ID,
                WorkplaceNumber.of(stored.at("/content/managementNo").asText()).toString(),
                stored.path("workplaceName").asText(),
                stored.path("content"),
                stored.path("calculation"),
                stored.path("trace"),
                stored.path("law"),
                receipt);
    }
}
