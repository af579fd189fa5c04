package kr.gosan.premium.lawbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LawIndexTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DOCUMENT = ROOT.resolve("docs/law-index.md");

    /** With {@code -Dlaw-index=write} the document is written instead. */
    @Test
    void theCheckedInIndexIsTheOneTheSourcesGive() throws IOException {
        String index = LawIndex.of(ROOT);
        if ("write".equals(System.getProperty("law-index"))) {
            Files.writeString(DOCUMENT, index);
        }
        assertEquals(
                index,
                Files.readString(DOCUMENT),
                "mvn -f premium-service/pom.xml test -Dtest=LawIndexTest -Dlaw-index=write");
    }

    @Test
    void anArticleLeadsToItsParametersClassesAndTests() {
        List<String> rows = LawIndex.of(ROOT).lines().toList();
        String carryOver = row(rows, "| 보험료징수법 시행령 §21 |");
        assertTrue(carryOver.contains("`estimate.carry-over.lower-bound`"), carryOver);
        assertTrue(carryOver.contains("`CarryOver`"), carryOver);
        assertTrue(carryOver.contains("`GoldenTest`"), carryOver);
        assertTrue(row(rows, "| 보험료징수법 §48의6 |").contains("`accident.job-rate.construction-equipment`"));
        assertTrue(row(rows, "| 임금채권보장법 §9 |").contains("`accident.wage-claim-rate`"));
    }

    private static String row(List<String> rows, String start) {
        return rows.stream().filter(each -> each.startsWith(start)).findFirst().orElseThrow();
    }
}
