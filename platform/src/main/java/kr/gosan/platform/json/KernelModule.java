package kr.gosan.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * How the kernel's types look in JSON: won as integers, decimals as strings, numbers without hyphens. A resident number
 * is written masked, whatever the code around it meant to do; it is not read here at all.
 */
@Singleton
public final class KernelModule implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        SimpleModule module = new SimpleModule("gosan-kernel");
        module.addSerializer(Won.class, writing((won, json) -> json.writeNumber(won.amount())));
        module.addSerializer(
                Rate.class,
                writing((rate, json) -> json.writeString(rate.value().toPlainString())));
        module.addSerializer(BigDecimal.class, writing((figure, json) -> json.writeString(figure.toPlainString())));
        module.addSerializer(WorkplaceNumber.class, writing((number, json) -> json.writeString(number.digits())));
        module.addSerializer(BusinessNumber.class, writing((number, json) -> json.writeString(number.digits())));
        module.addSerializer(ResidentNumber.class, writing((number, json) -> json.writeString(number.toString())));
        module.addDeserializer(Won.class, reading(text -> Won.of(Long.parseLong(text))));
        module.addDeserializer(WorkplaceNumber.class, reading(WorkplaceNumber::of));
        module.addDeserializer(BusinessNumber.class, reading(BusinessNumber::of));
        mapper.registerModule(module).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator json) throws IOException;
    }

    private static <T> JsonSerializer<T> writing(Writing<T> writing) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                writing.write(value, json);
            }
        };
    }

    private static <T> JsonDeserializer<T> reading(Function<String, T> reading) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return reading.apply(parser.getText());
            }
        };
    }
}
