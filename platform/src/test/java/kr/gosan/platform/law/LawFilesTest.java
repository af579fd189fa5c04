package kr.gosan.platform.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.law.LawParameter;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        LawParameter parameter = LawFiles.parse("law/a.rate.yaml", GOOD);
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
        var refusal = assertThrows(IllegalArgumentException.class, () -> LawFiles.parse("law/a.rate.yaml", broken));
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("law/a.rate.yaml"), refusal.getMessage());
    }

    /** What a service ships: one series. */
    private static final ClassLoader SHIPPED = shipping("# all\na.rate\n", "a.rate", GOOD);

    private static ClassLoader shipping(String index, String id, String series) {
        Map<String, String> files = Map.of("law/index.txt", index, "law/" + id + ".yaml", series);
        return new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                String text = files.get(name);
                return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    @Test
    void theSeriesThatServicesShareAreThereToo() {
        assertTrue(LawFiles.read(SHIPPED).parameter("small-amount.minimum").isPresent());
        assertTrue(LawFiles.read(SHIPPED).parameter("a.rate").isPresent());
    }

    @ParameterizedTest
    @CsvSource({"small-amount.minimum, small-amount.minimum", "a.rate, 'a.rate\na.rate'"})
    void aSeriesThatIsListedTwiceStopsTheStart(String id, String index) {
        ClassLoader twice = shipping(index.replace("\\n", "\n"), id, GOOD.replace("a.rate", id));
        var refusal = assertThrows(IllegalArgumentException.class, () -> LawFiles.read(twice));
        assertTrue(refusal.getMessage().contains(id), refusal.getMessage());
    }

    @TempDir
    Path directory;

    @Test
    void withoutADirectoryTheShippedSeriesHold() {
        assertEquals(Rate.perMille("0.03"), rate("a.rate", Optional.empty()));
    }

    @Test
    void aFileInTheDirectoryReplacesTheShippedSeries() throws IOException {
        write("a.rate.yaml", GOOD.replace("0.03", "0.04"));
        assertEquals(Rate.perMille("0.04"), rate("a.rate", Optional.of(directory)));
    }

    @Test
    void aFileInTheDirectoryAddsASeriesAndLeavesTheOthers() throws IOException {
        write("b.rate.yaml", GOOD.replace("id: a.rate", "id: b.rate").replace("0.03", "0.05"));
        Files.createDirectory(directory.resolve("..data"));
        assertEquals(Rate.perMille("0.05"), rate("b.rate", Optional.of(directory)));
        assertEquals(Rate.perMille("0.03"), rate("a.rate", Optional.of(directory)));
    }

    @Test
    void anEmptyDirectoryChangesNothing() {
        assertEquals(Rate.perMille("0.03"), rate("a.rate", Optional.of(directory)));
    }

    @ParameterizedTest
    @CsvSource({
        "a.rate.yaml, 'value: \"0.03\"', 'value: 0.03'",
        "a.rate.yaml, 'place: \"p. 1\"', 'place: \"\"'",
        "a.rate.yaml, 'unit: per mille', 'unit: won'",
        "other.yaml,  'unit: per mille', 'unit: per mille'",
        "a.rate.yml,  'unit: per mille', 'unit: per mille'",
        "README,      'unit: per mille', 'unit: per mille'"
    })
    void aFileThatIsNotRightStopsTheStartByItsName(String name, String part, String instead) throws IOException {
        write(name, GOOD.replace(part, instead));
        assertStops(name);
    }

    @Test
    void aFileInAnotherEncodingStopsTheStartByItsName() throws IOException {
        Files.write(
                directory.resolve("a.rate.yaml"), GOOD.replace("an act", "법").getBytes("EUC-KR"));
        assertStops("a.rate.yaml");
    }

    @Test
    void aDirectoryInTheDirectoryStopsTheStartByItsName() throws IOException {
        Files.createDirectory(directory.resolve("2027.yaml"));
        assertStops("2027.yaml");
    }

    @Test
    void aDirectoryThatIsNotThereStopsTheStartByItsName() {
        directory = directory.resolve("nowhere");
        assertStops("nowhere");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private void assertStops(String name) {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> LawFiles.read(SHIPPED, Optional.of(directory)));
        assertTrue(refusal.getMessage().contains(directory.getFileName().toString()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(name), refusal.getMessage());
    }

    private static Rate rate(String id, Optional<Path> directory) {
        LookUp found = LawFiles.read(SHIPPED, directory).on(id, LocalDate.of(2022, 1, 1));
        return ((LookUp.Found) found).parameter().rate();
    }
}
