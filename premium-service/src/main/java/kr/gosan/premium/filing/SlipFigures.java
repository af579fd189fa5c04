package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.calculation.PaidPeriod;

/** The rows of a slip as payment-service tells them. */
@Singleton
class SlipFigures {

    private final ObjectMapper mapper;

    SlipFigures(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @param confirmedAdditional below zero what an excess covers */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Row(Fund fund, Won confirmedAdditional, Won estimate, Won lumpSumDiscount, Won charge) {}

    /** Null where they were not told. */
    String json(List<Row> rows) {
        try {
            return rows == null ? null : mapper.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where they were not told. */
    List<PaidPeriod.Row> rows(String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return mapper.readValue(json, new TypeReference<List<Row>>() {}).stream()
                    .map(row -> new PaidPeriod.Row(
                            row.fund(), row.confirmedAdditional(), row.estimate(), row.lumpSumDiscount()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
