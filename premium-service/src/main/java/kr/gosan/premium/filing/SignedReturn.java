package kr.gosan.premium.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the receipt of a return is signed over: these four members of the return, exactly as the API shows them, in
 * canonical form (RFC 8785). A filer can take them from any later answer and compare the hash.
 */
@Schema(name = "SignedReturn")
public record SignedReturn(
        UUID id,
        @Schema(implementation = ReturnRequest.class) JsonNode content,
        LocalDate filedOn,
        @Schema(implementation = CalculationView.class) JsonNode calculation) {

    static SignedReturn of(PremiumReturn filed, ObjectMapper mapper) {
        PremiumReturn.FiledDocuments documents = filed.filed().orElseThrow();
        try {
            return new SignedReturn(
                    filed.id(),
                    mapper.valueToTree(filed.content().masked()),
                    documents.filedOn(),
                    mapper.readTree(documents.calculation()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
