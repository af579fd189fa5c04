package kr.gosan.premium.application;

import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;

/** Data of the events about applications. Nothing of their content: that may be personal. */
public final class ApplicationEvents {

    public static final String FILED = "kr.gosan.premium.application-filed.v1";
    public static final String DECIDED = "kr.gosan.premium.application-decided.v1";
    public static final String WITHDRAWN = "kr.gosan.premium.application-withdrawn.v1";

    private ApplicationEvents() {}

    public record Filed(
            UUID applicationId,
            String receiptNo,
            String form,
            WorkplaceNumber managementNo,
            int insuranceYear,
            LocalDate filedOn) {

        static Filed of(Application filed, String receiptNo) {
            return new Filed(
                    filed.id(),
                    receiptNo,
                    filed.form().code(),
                    filed.managementNo(),
                    filed.insuranceYear(),
                    filed.filedOn());
        }
    }

    /** @param decision APPROVED or REFUSED */
    public record Decided(
            UUID applicationId,
            String form,
            WorkplaceNumber managementNo,
            int insuranceYear,
            ApplicationState decision,
            LocalDate decidedOn) {

        static Decided of(Application decided) {
            return new Decided(
                    decided.id(),
                    decided.form().code(),
                    decided.managementNo(),
                    decided.insuranceYear(),
                    decided.state(),
                    decided.closing().orElseThrow().on());
        }
    }

    public record Withdrawn(
            UUID applicationId, String form, WorkplaceNumber managementNo, int insuranceYear, LocalDate withdrawnOn) {

        static Withdrawn of(Application withdrawn) {
            return new Withdrawn(
                    withdrawn.id(),
                    withdrawn.form().code(),
                    withdrawn.managementNo(),
                    withdrawn.insuranceYear(),
                    withdrawn.closing().orElseThrow().on());
        }
    }
}
