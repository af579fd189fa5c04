package kr.gosan.coverage.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeListsTest {

    @Test
    void theClassificationHas136Groups() {
        assertEquals(136, Occupation.count());
        assertEquals("건설구조 기능원", Occupation.of("701").orElseThrow().name());
        assertEquals("경찰관, 소방관 및 교도관", Occupation.of("240").orElseThrow().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "70", "7011", "", "건설", "code"})
    void anythingElseIsNoOccupation(String code) {
        assertTrue(Occupation.of(code).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "11, AFTER_SEPARATION", "12, AFTER_SEPARATION", "22, AFTER_SEPARATION",
        "23, AFTER_SEPARATION", "26, AFTER_SEPARATION", "31, AFTER_SEPARATION",
        "32, AFTER_SEPARATION", "41, WITH_EXCLUSION", "42, WITH_EXCLUSION"
    })
    void aLossReasonTellsWhichDayEndsInsuredStatus(String code, LossReason.Ends ends) {
        LossReason reason = LossReason.of(code).orElseThrow();
        assertEquals(ends, reason.ends());
        assertTrue(!reason.korean().isBlank() && !reason.english().isBlank());
    }

    @Test
    void thereAreNineLossReasons() {
        assertEquals("11, 12, 22, 23, 26, 31, 32, 41, 42", LossReason.codes());
        assertTrue(LossReason.of("21").isEmpty());
    }
}
