package kr.gosan.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import kr.gosan.auth.certificate.Refusal;
import kr.gosan.platform.testing.ProblemBundles;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kr.gosan.auth");

    /** A certificate decides by itself: what the JDK and BouncyCastle can read, at an instant that is given. */
    private static ArchRule certificatesDecideAlone(String packages) {
        return classes()
                .that()
                .resideInAPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "kr.gosan.auth.certificate",
                        "kr.gosan.kernel..",
                        "java.lang..",
                        "java.io",
                        "java.math",
                        "java.nio.charset",
                        "java.security..",
                        "java.time",
                        "java.util..",
                        "javax.security.auth.x500",
                        "org.bouncycastle..");
    }

    private static ArchRule nobodyAsksTheTime(String packages) {
        return noClasses().that().resideInAPackage(packages).should().callMethod(Instant.class, "now");
    }

    @Test
    void certificatesAreDecidedWithoutFrameworkAndClock() {
        certificatesDecideAlone("kr.gosan.auth.certificate").check(SERVICE);
        nobodyAsksTheTime("kr.gosan.auth..").check(SERVICE);
    }

    @Test
    void onlyTheAdaptersKnowBouncyCastle() {
        noClasses()
                .that()
                .resideInAPackage("kr.gosan.auth..")
                .and()
                .haveSimpleNameNotStartingWith("Vid")
                .and()
                .doNotHaveSimpleName("SignedChallenge")
                .and()
                .doNotHaveSimpleName("PolicyOids")
                .and()
                .doNotHaveSimpleName("JointCertificateProfile")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(SERVICE);
    }

    @Test
    void theRulesCanBeBroken() {
        JavaClasses wrong = new ClassFileImporter().importClasses(Wrong.class);

        assertThrows(
                AssertionError.class,
                () -> certificatesDecideAlone("kr.gosan.auth").check(wrong));
        assertThrows(
                AssertionError.class, () -> nobodyAsksTheTime("kr.gosan.auth").check(wrong));
    }

    static final class Wrong {
        final org.jboss.logging.Logger log = org.jboss.logging.Logger.getLogger(Wrong.class);

        Instant time() {
            return Instant.now();
        }
    }

    @Test
    void everyCodeHasATextInBothLanguages() {
        ProblemBundles.assertSameKeys("auth");
        var texts = java.util.ResourceBundle.getBundle(
                "problems/auth",
                java.util.Locale.ENGLISH,
                java.util.ResourceBundle.Control.getNoFallbackControl(
                        java.util.ResourceBundle.Control.FORMAT_PROPERTIES));
        for (Refusal refusal : Refusal.values()) {
            Assertions.assertTrue(texts.containsKey(refusal.code()), refusal.code());
        }
    }
}
