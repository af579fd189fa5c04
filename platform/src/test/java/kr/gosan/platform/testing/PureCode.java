package kr.gosan.platform.testing;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The rule for packages that hold law and arithmetic: the JDK and the kernel, and nothing that reads clock or chance. */
public final class PureCode {

    private PureCode() {}

    /** @param packages as ArchUnit writes them: {@code kr.gosan.premium.calculation..}; at least one class must match */
    public static ArchRule in(String... packages) {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.or(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(packages),
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                                        "java.lang..",
                                        "java.math..",
                                        "java.time",
                                        "java.time.format",
                                        "java.time.temporal",
                                        "java.time.chrono",
                                        "java.util",
                                        "java.util.function..",
                                        "java.util.stream..",
                                        "java.util.regex..",
                                        "kr.gosan.kernel.."))
                        .as("the JDK's plain values, the kernel or each other"))
                .andShould(new NoClockNoChance())
                .as("law and arithmetic stay pure");
    }
}
