package kr.gosan.coverage;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import kr.gosan.platform.testing.PureCode;
import org.junit.jupiter.api.Test;

class PurityTest {

    @Test
    void lawAndRulesArePure() {
        PureCode.in("kr.gosan.coverage.law..", "kr.gosan.coverage.rule..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("kr.gosan.coverage.law", "kr.gosan.coverage.rule"));
    }
}
