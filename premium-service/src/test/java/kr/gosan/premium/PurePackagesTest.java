package kr.gosan.premium;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import kr.gosan.platform.testing.PureCode;
import org.junit.jupiter.api.Test;

class PurePackagesTest {

    @Test
    void lawAndCalculationUseTheJdkAndTheKernelOnly() {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("kr.gosan.premium");
        PureCode.in(
                        "kr.gosan.premium.amendment.rules..",
                        "kr.gosan.premium.calculation..",
                        "kr.gosan.premium.deadline..",
                        "kr.gosan.premium.eligibility..",
                        "kr.gosan.premium.experience..",
                        "kr.gosan.premium.headcount..",
                        "kr.gosan.premium.law..",
                        "kr.gosan.premium.remuneration..",
                        "kr.gosan.premium.settlementaudit.rules..",
                        "kr.gosan.premium.support..")
                .check(main);
    }
}
