package kr.gosan.payment;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import kr.gosan.platform.testing.PureCode;
import org.junit.jupiter.api.Test;

class PurityTest {

    @Test
    void whatIsOwedAndHowItIsBookedStaysPure() {
        PureCode.in(
                        "kr.gosan.payment.debt..",
                        "kr.gosan.payment.book..",
                        "kr.gosan.payment.correction.plan..",
                        "kr.gosan.payment.arrears.charge..",
                        "kr.gosan.payment.refund.rules..",
                        "kr.gosan.payment.charge.rules..",
                        "kr.gosan.payment.arrears.order..",
                        "kr.gosan.payment.channel..",
                        "kr.gosan.payment.reconciliation.rules..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("kr.gosan.payment"));
    }
}
