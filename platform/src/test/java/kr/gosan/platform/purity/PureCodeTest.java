package kr.gosan.platform.purity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import kr.gosan.platform.testing.PureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The architecture rule is itself proved: by code that keeps it and by one violation of each kind. */
class PureCodeTest {

    private static final String HERE = "kr.gosan.platform.purity.";

    @Test
    void plainArithmeticPasses() {
        PureCode.in(HERE + "pure..").check(new ClassFileImporter().importPackages(HERE + "pure"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AsksTheClock",
                "RollsDice",
                "UsesFloatingPoint",
                "Logs",
                "ReadsFiles",
                "Injects",
                "ReadsJson",
                "Persists"
            })
    void eachKindOfImpurityIsFound(String violation) throws ClassNotFoundException {
        var result = PureCode.in(HERE + "impure..")
                .evaluate(new ClassFileImporter().importClasses(Class.forName(HERE + "impure." + violation)));
        assertTrue(result.hasViolation(), violation);
        assertFalse(result.getFailureReport().isEmpty());
    }

    @Test
    void aRuleThatMatchesNoClassFails() {
        assertThrows(
                AssertionError.class,
                () -> PureCode.in("kr.gosan.nowhere..").check(new ClassFileImporter().importPackages(HERE + "pure")));
    }
}
