package kr.gosan.kernel.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"123-45-67891", "1234567891", "220-81-12341"})
    void goodBusinessNumbers(String text) {
        assertEquals(text.replace("-", ""), BusinessNumber.of(text).digits());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"123-45-67890", "123456789", "12345678911", "", "abc-de-fghij", "１２３４５６７８９１", " 1234567891"})
    void badBusinessNumbersAreRefusedByCode(String text) {
        assertEquals(
                "business-number-invalid",
                assertThrows(InvalidNumber.class, () -> BusinessNumber.of(text)).code());
    }

    @Test
    void aWorkplaceNumberHasElevenDigitsAndPrintsItsGroups() {
        assertEquals("123-45-67891-6", WorkplaceNumber.of("12345678916").toString());
        assertEquals(WorkplaceNumber.of("12345678916"), WorkplaceNumber.of("123-45-67891-6"));
        assertThrows(InvalidNumber.class, () -> WorkplaceNumber.of("1234567891"));
        assertThrows(InvalidNumber.class, () -> WorkplaceNumber.of(null));
    }

    @Test
    void aResidentNumberKnowsItsBirthDateAndWhoIsForeign() {
        assertEquals(
                LocalDate.of(1990, 1, 1), ResidentNumber.of("900101-1234568").birthDate());
        assertEquals(
                LocalDate.of(2003, 2, 28), ResidentNumber.of("0302283123456").birthDate());
        assertEquals(
                LocalDate.of(1899, 12, 31), ResidentNumber.of("9912319123456").birthDate());
        assertTrue(ResidentNumber.of("900101-5123404").foreigner());
        assertFalse(ResidentNumber.of("850505-2123456").foreigner());
    }

    @Test
    void randomDigitsSinceOctober2020AreNoError() {
        assertEquals("9001011234567", ResidentNumber.of("900101-1234567").digits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"901301-1234567", "900230-1234567", "900101-123456", "900101-123456x"})
    void badResidentNumbersAreRefusedWithoutRepeatingThem(String text) {
        InvalidNumber refusal = assertThrows(InvalidNumber.class, () -> ResidentNumber.of(text));
        assertEquals("resident-number-invalid", refusal.code());
        assertFalse(refusal.getMessage().contains(text.substring(0, 6)));
    }

    @Test
    void aResidentNumberPrintsMasked() {
        assertEquals("900101-1******", ResidentNumber.of("9001011234568").toString());
    }
}
