package kr.gosan.platform.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import kr.gosan.kernel.law.LawParameter;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawFilesTest {

    private static final String GOOD = """
            id: a.rate
            unit: per mille
            basis: an act §1
            verified_through: 2023-12-31
            values:
              - applies_from: 2021-01-01
                value: "0.03"
                status: second-hand
                source: { document: "a notice", place: "p. 1" }
              - applies_from: 2023-01-01
                status: unknown
                source: { document: "a notice", place: "p. 2" }
            """;

    @Test
    void aSeriesIsRead() {
        LawParameter parameter = LawFiles.parse("a.rate", GOOD);
        var found = (LookUp.Found) parameter.on(LocalDate.of(2022, 1, 1));
        assertEquals(Rate.perMille("0.03"), found.parameter().rate());
        assertEquals(LookUp.Reason.FIGURE_UNKNOWN, ((LookUp.Refused) parameter.on(LocalDate.of(2023, 1, 1))).reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'value: \"0.03\"'        | 'value: 0.03'          | quotes",
                "'place: \"p. 1\"'        | 'place: \"\"'          | source",
                "'source: { document: \"a notice\", place: \"p. 1\" }' | 'note: x' | source",
                "'applies_from: 2023-01-01' | 'applies_from: 2021-01-01' | overlap",
                "'applies_from: 2023-01-01' | 'applies_from: 2020-01-01' | order",
                "'unit: per mille'        | 'unit: bananas'        | bananas",
                "'basis: an act §1'       | 'base: an act §1'      | base",
                "'status: second-hand'    | 'status: sure'         | SURE",
                "'verified_through: 2023-12-31' | 'verified_through: 2022-12-31' | verified_through",
                "'id: a.rate'             | 'id: a.rate\nid: b'    | id",
            })
    void whatIsNotExactlyRightStopsTheStart(String part, String instead, String named) {
        String broken = GOOD.replaceFirst(java.util.regex.Pattern.quote(part), instead.replace("\\n", "\n"));
        var refusal = assertThrows(IllegalArgumentException.class, () -> LawFiles.parse("a.rate", broken));
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("law/a.rate.yaml"), refusal.getMessage());
    }
}
