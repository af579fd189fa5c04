package kr.gosan.payment.clearance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationCodeTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void aCodeIsTwentyCharactersInGroupsOfFourAndReadsBack() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            VerificationCode code = VerificationCode.random(RANDOM);
            assertTrue(code.toString().matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}"), code.toString());
            assertEquals(Optional.of(code), VerificationCode.read(code.toString()));
            codes.add(code.characters());
        }
        assertEquals(500, codes.size());
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        String right = VerificationCode.random(RANDOM).characters();
        for (int i = 0; i < right.length(); i++) {
            for (char other : ALPHABET.toCharArray()) {
                if (other != right.charAt(i)) {
                    String wrong = right.substring(0, i) + other + right.substring(i + 1);
                    assertEquals(Optional.empty(), VerificationCode.read(wrong), right + " and " + wrong);
                }
            }
        }
    }

    @Test
    void whatPeopleTypeIsReadAsItIsMeant() {
        VerificationCode code = new VerificationCode("0100000000000000000" + check("0100000000000000000"));
        String typed = code.toString().toLowerCase(Locale.ROOT).replace('-', ' ');
        assertEquals(Optional.of(code), VerificationCode.read(typed));
        assertEquals(Optional.of(code), VerificationCode.read(typed.replaceFirst("0", "o")));
        assertEquals(Optional.of(code), VerificationCode.read(typed.replaceFirst("1", "l")));
        assertEquals(Optional.of(code), VerificationCode.read(typed.replaceFirst("1", "I")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "0000",
                "00000000000000000001",
                "000000000000000000000",
                "UUUUUUUUUUUUUUUUUUUU",
                "가나다라마바사아자차카타파하가나다라마바"
            })
    void whatIsNoCodeIsNotRead(String typed) {
        assertEquals(Optional.empty(), VerificationCode.read(typed));
    }

    private static char check(String random) {
        return (char) ALPHABET.chars()
                .filter(each -> VerificationCode.read(random + (char) each).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
