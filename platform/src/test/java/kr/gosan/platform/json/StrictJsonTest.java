package kr.gosan.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    record Line(String name, Won amount) {}

    record Body(
            WorkplaceNumber managementNo,
            Won amount,
            Integer count,
            Boolean flag,
            LocalDate day,
            OffsetDateTime time,
            Insurance insurance,
            ResidentNumber residentNumber,
            String text,
            Line line,
            List<Line> lines)
            implements RequestBody {
        @Override
        public void check(FieldErrors errors) {
            errors.required("/text", text);
            errors.text("/text", text, 5);
        }
    }

    @Test
    void aGoodBodyIsRead() {
        Body body = read("""
                {"managementNo":"123-45-67891-6","amount":999999999999999,"count":3,"flag":true,"day":"2024-02-29",
                 "insurance":"EI","residentNumber":"900101-1234568","text":"가나","line":{"name":"x","amount":0},
                 "lines":[{"name":"y","amount":1},{"name":"z"}]}""");
        assertEquals(WorkplaceNumber.of("12345678916"), body.managementNo());
        assertEquals(Won.MAX_INPUT, body.amount());
        assertEquals(LocalDate.of(2024, 2, 29), body.day());
        assertEquals(Insurance.EI, body.insurance());
        assertEquals(Won.of(1), body.lines().get(0).amount());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertEquals(
                Set.of(
                        "/managementNo workplace-number-invalid",
                        "/amount won-negative",
                        "/count whole-number-expected",
                        "/flag true-or-false-expected",
                        "/day date-expected",
                        "/insurance code-unknown",
                        "/residentNumber resident-number-invalid",
                        "/text text-too-long",
                        "/text two-values",
                        "/line/amount whole-won-expected",
                        "/line/colour unknown-field",
                        "/lines/1/amount won-too-large",
                        "/lines/2 object-expected",
                        "/extra unknown-field"),
                errors("""
                        {"managementNo":"12","amount":-1,"count":1.5,"flag":"true","day":"2023-02-29",
                         "insurance":"XX","residentNumber":"900230-1234568","text":"a","text":"abcdef",
                         "line":{"name":"x","amount":"5","colour":{"a":[1]}},
                         "lines":[{"amount":1},{"amount":1000000000000000},7],"extra":[{}]}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "\"1\"", "true", "[]", "{}", "1.5"})
    void wonAreOnlyEverWholeNumbers(String value) {
        assertEquals(Set.of("/amount whole-won-expected"), errors("{\"text\":\"a\",\"amount\":" + value + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "+10000-01-01", "-0001-01-01", "2022-1-1", "2022-04-31", "20220401"})
    void datesAreFourDigitsOfYearAndDaysThatExist(String value) {
        assertEquals(Set.of("/day date-expected"), errors("{\"text\":\"a\",\"day\":\"" + value + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2022-03-31", "2022-03-31T15:04:05", "2022-02-30T15:04:05Z", "+12022-03-31T15:04:05Z", "", "x"})
    void timesHaveFourDigitsOfYearAndAnOffset(String value) {
        assertEquals(Set.of("/time time-expected"), errors("{\"text\":\"a\",\"time\":\"" + value + "\"}"));
    }

    @Test
    void anUnknownFieldIsNamedWhereItStands() {
        assertEquals(
                Set.of(
                        "/a unknown-field",
                        "/b~1c unknown-field",
                        "/d unknown-field",
                        "/line/e unknown-field",
                        "/lines/1/f unknown-field"),
                errors("{\"a\":1,\"line\":{\"e\":2,\"name\":\"x\"},\"b/c\":[3,{\"x\":4}],\"lines\":[{},{\"f\":[]}],"
                        + "\"text\":\"a\",\"d\":{\"y\":5}}"));
    }

    @Test
    void aSecondValueForAFieldIsNoMalformedJson() {
        assertEquals(
                Set.of("/line/name two-values"),
                errors("{\"text\":\"a\",\"line\":{\"name\":\"x\",\"amount\":1,\"name\":\"y\"}}"));
    }

    @Test
    void aTimeKeepsItsOffset() {
        assertEquals(
                OffsetDateTime.parse("2022-03-31T15:04:05.123+09:00"),
                read("{\"text\":\"a\",\"time\":\"2022-03-31T15:04:05.123+09:00\"}")
                        .time());
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999999999", "9223372036854775808", "1000000000000000"})
    void wonThatOverflowAreRefused(String value) {
        assertEquals(Set.of("/amount won-too-large"), errors("{\"text\":\"a\",\"amount\":" + value + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"text\":}",
                "{\"text\":\"a\"} x",
                "{\"text\":NaN}",
                "{\"amount\":01}",
                "{'text':'a'}",
                "\u0000"
            })
    void whatIsNotJsonIsRefused(String json) {
        assertEquals(
                true,
                errors(json).contains(" json-malformed"),
                () -> errors(json).toString());
    }

    @Test
    void anEmptyBodyNullAndAListAreRefused() {
        assertEquals(Set.of(" body-required"), errors(""));
        assertEquals(Set.of(" body-required"), errors("null"));
        assertEquals(Set.of(" object-expected"), errors("[]"));
    }

    @Test
    void deepNestingAndEndlessNumbersAreRefused() {
        assertEquals(true, errors("{\"x\":" + "[".repeat(100)).contains(" json-malformed"));
        assertEquals(true, errors("{\"amount\":" + "9".repeat(100) + "}").contains(" json-malformed"));
    }

    @Test
    void textsThatNoDatabaseCanKeepAreRefused() {
        assertEquals(Set.of("/text text-invalid"), errors("{\"text\":\"a\\u0000\"}"));
        assertEquals(Set.of("/text text-invalid"), errors("{\"text\":\"\\ud800\"}"));
        assertEquals("😀", read("{\"text\":\"😀\"}").text());
    }

    @Test
    void bodiesAreUtf8WithOrWithoutAByteOrderMark() {
        byte[] marked = "\uFEFF{\"text\":\"가\"}".getBytes(StandardCharsets.UTF_8);
        assertEquals("가", StrictJson.read(marked, Body.class).text());
        for (byte[] other : List.of(
                "{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16LE),
                "{\"text\":\"가\"}".getBytes(Charset.forName("EUC-KR")))) {
            InvalidRequest refusal = assertThrows(InvalidRequest.class, () -> StrictJson.read(other, Body.class));
            assertEquals(true, refusal.errors().getFirst().code().startsWith("json-"));
        }
    }

    @Test
    void aHostileBodyCostsLittle() {
        String duplicates = "{\"a\":" + "{\"a\":1" + ",\"a\":1".repeat(100_000) + "}}";
        assertEquals(
                FieldErrors.MOST,
                assertThrows(InvalidRequest.class, () -> read(duplicates))
                        .errors()
                        .size());
        assertEquals(true, errors("{\"" + "n".repeat(50_000) + "\":1}").contains(" json-malformed"));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> errors("{\"text\":\"" + "😀".repeat(200_000) + "\"}"));
    }

    private static Body read(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Body.class);
    }

    private static Set<String> errors(String json) {
        return assertThrows(InvalidRequest.class, () -> read(json)).errors().stream()
                .map(error -> error.pointer() + " " + error.code())
                .collect(Collectors.toSet());
    }
}
