package kr.gosan.payment.debt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.testing.Filings;
import kr.gosan.platform.json.KernelModule;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A return that does not add up makes no slip. */
class ReturnFaultsTest {

    private static final WorkplaceNumber WORKPLACE = WorkplaceNumber.of("123-45-67891-6");
    private static final ObjectMapper MAPPER = mapper();

    @Test
    void theExamplesAddUp() {
        assertEquals(List.of(), Filings.atOnce(WORKPLACE).faults());
        assertEquals(List.of(), Filings.inInstalments(WORKPLACE).faults());
        assertEquals(List.of(), Filings.coveredByExcess(WORKPLACE).faults());
    }

    static Stream<Arguments> wrongReturns() {
        return Stream.of(
                wrong(
                        "payable too high",
                        "IA period 0: payable ① + ② − ③ − ④ is stated as 6,119,650, not 6,119,640",
                        ret -> period(ret, 0, 0).put("payable", 6_119_650)),
                wrong(
                        "① not its rows",
                        "EI period 0: ①",
                        ret -> period(ret, 1, 0).put("confirmedAdditional", 1)),
                wrong(
                        "② not its rows",
                        "EI period 0: ②",
                        ret -> period(ret, 1, 0).put("estimate", 1)),
                wrong(
                        "③ not its rows",
                        "EI period 0: ③",
                        ret -> period(ret, 1, 0).put("lumpSumDiscount", 1)),
                wrong(
                        "a row that does not add up",
                        "EI period 0 STABILITY: ① + ② − ③",
                        ret -> fund(ret, 1, 0, 1).put("payableBeforeReduction", 1)),
                wrong(
                        "a reduction that payable forgot",
                        "payable ① + ② − ③ − ④",
                        ret -> period(ret, 0, 0).put("eFilingReduction", 0)),
                wrong(
                        "more than the additional premium",
                        "① is more than the additional premium",
                        ret -> line(ret, 1, 0).put("additional", 0)),
                wrong(
                        "an offset nobody filed",
                        "IA: offset",
                        ret -> insurance(ret, 0).put("offset", 10)),
                wrong(
                        "a refund without excess",
                        "IA: offset and refund",
                        ret -> insurance(ret, 0).put("refund", 10)),
                wrong(
                        "instalments that are not the estimate",
                        "IA INDUSTRIAL_ACCIDENT: ② of all periods",
                        ret -> line(ret, 0, 0).put("estimated", 10)),
                wrong(
                        "a negative amount",
                        "IA: an amount is negative or too large",
                        ret -> period(ret, 0, 0).put("eFilingReduction", -5_000)),
                wrong(
                        "an amount that would overflow",
                        "EI: an amount is negative or too large",
                        ret -> fund(ret, 1, 0, 0).put("estimate", Long.MAX_VALUE)),
                wrong(
                        "an ① that would overflow",
                        "EI: an amount is negative or too large",
                        ret -> fund(ret, 1, 0, 0).put("confirmedAdditional", Long.MIN_VALUE)),
                wrong(
                        "a discount on an instalment",
                        "IA: the periods do not fit INSTALLMENT",
                        ret -> insurance(ret, 0).put("paymentMethod", "INSTALLMENT")),
                wrong(
                        "a fund of the other insurance",
                        "EI: the funds are not",
                        ret -> fund(ret, 1, 0, 0).put("fund", "INDUSTRIAL_ACCIDENT")),
                wrong(
                        "a fund too few",
                        "EI: the funds are not",
                        ret -> ((ArrayNode) insurance(ret, 1).get("lines")).remove(0)),
                wrong(
                        "no period",
                        "EI: the periods do not fit",
                        ret -> ((ArrayNode) insurance(ret, 1).get("periods")).removeAll()),
                wrong(
                        "an insurance twice",
                        "an insurance is listed twice",
                        ret -> insurance(ret, 1).setAll(insurance(ret, 0).deepCopy())),
                wrong("no insurance", "no insurance", ret -> ((ArrayNode) ret.get("insurances")).removeAll()));
    }

    @ParameterizedTest
    @MethodSource("wrongReturns")
    void aReturnThatDoesNotAddUpIsFound(Consumer<ObjectNode> damage, String fault) throws JsonProcessingException {
        ObjectNode json = MAPPER.valueToTree(Filings.atOnce(WORKPLACE));
        damage.accept(json);
        List<String> faults = MAPPER.treeToValue(json, FiledReturn.class).faults();
        assertTrue(faults.stream().anyMatch(text -> text.contains(fault)), faults.toString());
    }

    private static Arguments wrong(String name, String fault, Consumer<ObjectNode> damage) {
        return Arguments.of(Named.of(name, damage), fault);
    }

    private static ObjectNode insurance(ObjectNode ret, int insurance) {
        return (ObjectNode) ret.at("/insurances/" + insurance);
    }

    private static ObjectNode line(ObjectNode ret, int insurance, int line) {
        return (ObjectNode) insurance(ret, insurance).at("/lines/" + line);
    }

    private static ObjectNode period(ObjectNode ret, int insurance, int period) {
        return (ObjectNode) insurance(ret, insurance).at("/periods/" + period);
    }

    private static ObjectNode fund(ObjectNode ret, int insurance, int period, int fund) {
        return (ObjectNode) period(ret, insurance, period).at("/funds/" + fund);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        new KernelModule().customize(mapper);
        return mapper;
    }
}
