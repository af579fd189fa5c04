package kr.gosan.premium.lawbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawIndexTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DOCUMENT = ROOT.resolve("docs/law-index.md");
    private static final String INDEX = LawIndex.of(ROOT);

    /** With {@code -Dlaw-index=write} the document is written instead. */
    @Test
    void theCheckedInIndexIsTheOneTheSourcesGive() throws IOException {
        if ("write".equals(System.getProperty("law-index"))) {
            Files.writeString(DOCUMENT, INDEX);
        }
        assertEquals(
                INDEX,
                Files.readString(DOCUMENT),
                "mvn -f premium-service/pom.xml test -Dtest=LawIndexTest -Dlaw-index=write");
    }

    @Test
    void anArticleLeadsToItsParametersClassesAndTests() {
        List<String> rows = INDEX.lines().toList();
        String carryOver = row(rows, "| 보험료징수법 시행령 §21 |");
        assertTrue(carryOver.contains("`estimate.carry-over.lower-bound`"), carryOver);
        assertTrue(carryOver.contains("`CarryOver`"), carryOver);
        assertTrue(carryOver.contains("`GoldenTest`"), carryOver);
        assertTrue(row(rows, "| 보험료징수법 §48의6 |").contains("`accident.job-rate.construction-equipment`"));
        assertTrue(row(rows, "| 임금채권보장법 §9 |").contains("`accident.wage-claim-rate`"));
    }

    @Test
    void noArticleOfOneActStandsUnderAnother() {
        List<String> rows = INDEX.lines().toList();
        assertTrue(row(rows, "| 산업안전보건법 §38 |").contains("`Survey`"));
        assertTrue(row(rows, "| 고용보험법 시행령 §7 |").contains("`Timeliness`"));
        for (String wrong : List.of("보험료징수법 §38", "보험료징수법 §58", "보험료징수법 §16", "민법 §7", "보험료징수법 §29의3")) {
            assertTrue(rows.stream().noneMatch(each -> each.startsWith("| " + wrong + " |")), wrong);
        }
    }

    @Test
    void classesOfOneNameAreToldApartByTheirPackage() {
        String row = row(INDEX.lines().toList(), "| 보험료징수법 §17 |");
        assertTrue(row.contains("`payment.debt.PaymentMethod`"), row);
        assertTrue(row.contains("`premium.calculation.PaymentMethod`"), row);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "(보험료징수법 §17③, 시행령 §22) = [보험료징수법 §17, 보험료징수법 시행령 §22]",
                "보험료징수법 시행령 §28–§30 = [보험료징수법 시행령 §28, 보험료징수법 시행령 §29, 보험료징수법 시행령 §30]",
                "보험료징수법 시행령 §28–§29의3 = [보험료징수법 시행령 §28, 보험료징수법 시행령 §29, 보험료징수법 시행령 §29의3]",
                "고용보험법 시행령 §7①, §9 = [고용보험법 시행령 §7, 고용보험법 시행령 §9]",
                "고용보험법 시행령 §7·§8/§9② 1호 or §10 = " + "[고용보험법 시행령 §7, 고용보험법 시행령 §8, 고용보험법 시행령 §9, 고용보험법 시행령 §10]",
                "보험료징수법 시행령 §30의3) and at once (§17④) = [보험료징수법 시행령 §30의3, 보험료징수법 §17]",
                "보험료징수법 시행령 §31④; 국고금 관리법 §47 = [보험료징수법 시행령 §31, 국고금 관리법 §47]",
                "보험료징수법 시행령 §1, 고용보험법 §2 = [보험료징수법 시행령 §1, 고용보험법 §2]",
                "산업안전보건법 §62–§65. It broke §38 or §39 too = "
                        + "[산업안전보건법 §62, 산업안전보건법 §63, 산업안전보건법 §64, 산업안전보건법 §65, 산업안전보건법 §38, 산업안전보건법 §39]",
                "민법 §157, RFC 8259 §8.1 and §9 = [민법 §157]",
                "only §23, and 시행령 §27 = []"
            })
    void citationsAreReadAsTheyAreMeant(String text, String articles) {
        assertEquals(articles, Citations.in(text).toString());
    }

    @Test
    void aCitationGoesOnAfterTheEndOfALine() {
        assertEquals(
                "[고용보험법 시행령 §7, 민법 §158]",
                Citations.in("/**\n     * of a loss (고용보험법 시행령\n     * §7①), counted (민법\n * §158)\n */")
                        .toString());
    }

    private static String row(List<String> rows, String start) {
        return rows.stream().filter(each -> each.startsWith(start)).findFirst().orElseThrow();
    }
}
