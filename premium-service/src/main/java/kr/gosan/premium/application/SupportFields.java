package kr.gosan.premium.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.premium.filing.ReturnFields;
import kr.gosan.premium.support.SupportApplication;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Form 10712 as JSON carries it. A worker is named by the id of the insured record, and by nothing else. */
public final class SupportFields {

    private SupportFields() {}

    /**
     * Premium support for construction and logging.
     *
     * @param insuredByMonth employment-insured workers at the end of each month, head office and sites together
     * @param earlier support of earlier years whose actual remuneration is known now
     * @param account where the support goes; the workplace's refund account when missing
     */
    @Schema(
            name = "PremiumSupport",
            requiredProperties = {"insuredByMonth", "workers"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Support(
            List<SurveyFields.MonthHeads> insuredByMonth,
            List<WorkerFields> workers,
            List<EarlierFields> earlier,
            ReturnFields.RefundAccount account)
            implements ApplicationContent {

        private static final int MOST = 50;

        @Override
        public void check(String pointer, FieldErrors errors) {
            SurveyFields.checkMonths(pointer + "/insuredByMonth", insuredByMonth, errors);
            if (workers == null || workers.isEmpty()) {
                errors.required(pointer + "/workers", null);
            } else if (workers.size() > MOST) {
                errors.add(pointer + "/workers", "too-many", MOST);
            } else {
                workers(pointer + "/workers", errors);
            }
            List<EarlierFields> each = earlier == null ? List.of() : earlier;
            if (each.size() > MOST) {
                errors.add(pointer + "/earlier", "too-many", MOST);
            } else {
                for (int i = 0; i < each.size(); i++) {
                    errors.required(pointer + "/earlier/" + i, each.get(i));
                    if (each.get(i) != null) {
                        each.get(i).check(pointer + "/earlier/" + i, errors);
                    }
                }
            }
            if (account != null) {
                account.check(pointer + "/account", errors);
            }
        }

        private void workers(String pointer, FieldErrors errors) {
            Set<UUID> seen = new HashSet<>();
            for (int i = 0; i < workers.size(); i++) {
                WorkerFields worker = workers.get(i);
                errors.required(pointer + "/" + i, worker);
                if (worker != null) {
                    worker.check(pointer + "/" + i, errors);
                    if (worker.insuredRecordId() != null && !seen.add(worker.insuredRecordId())) {
                        errors.add(pointer + "/" + i + "/insuredRecordId", "worker-twice");
                    }
                }
            }
        }

        /** Without what a worker owns and earns elsewhere, and with the account masked. */
        Support masked() {
            return new Support(
                    insuredByMonth,
                    workers.stream().map(WorkerFields::masked).toList(),
                    earlier,
                    account == null ? null : account.masked());
        }

        SupportApplication application(int year, LocalDate appliedOn, SupportApplication.ConfirmedPremium confirmed) {
            return new SupportApplication(
                    year,
                    appliedOn,
                    insuredByMonth.stream()
                            .map(SurveyFields.MonthHeads::workers)
                            .toList(),
                    confirmed,
                    workers.stream().map(worker -> worker.worker(year)).toList(),
                    earlier == null
                            ? List.of()
                            : earlier.stream().map(EarlierFields::support).toList());
        }
    }

    /**
     * A worker for whom support is asked for.
     *
     * @param insuredRecordId id of the acquisition as coverage-service filed it
     * @param lastJoinedBefore the acquisition before this one, at any workplace
     * @param acquisitionReportedOn needed for a regular worker
     * @param property of the year before the application; kept encrypted, not shown again
     * @param income yearly income (종합소득) of the year before the application; kept encrypted, not shown again
     */
    @Schema(
            name = "SupportedWorker",
            requiredProperties = {"insuredRecordId", "employment", "joinedOn", "property", "income", "months"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WorkerFields(
            UUID insuredRecordId,
            SupportApplication.Employment employment,
            LocalDate joinedOn,
            LocalDate lastJoinedBefore,
            LocalDate acquisitionReportedOn,
            Won property,
            Won income,
            Integer monthsSupportedBefore,
            List<MonthFields> months) {

        private static final int MOST_MONTHS = 600;

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/insuredRecordId", insuredRecordId);
            errors.required(pointer + "/employment", employment);
            errors.required(pointer + "/joinedOn", joinedOn);
            if (joinedOn != null && lastJoinedBefore != null && !lastJoinedBefore.isBefore(joinedOn)) {
                errors.add(pointer + "/lastJoinedBefore", "period-reversed");
            }
            if (employment == SupportApplication.Employment.REGULAR) {
                errors.required(pointer + "/acquisitionReportedOn", acquisitionReportedOn);
            }
            errors.required(pointer + "/property", property);
            errors.required(pointer + "/income", income);
            if (monthsSupportedBefore != null && (monthsSupportedBefore < 0 || monthsSupportedBefore > MOST_MONTHS)) {
                errors.add(pointer + "/monthsSupportedBefore", "head-count-expected", MOST_MONTHS);
            }
            if (months == null || months.isEmpty()) {
                errors.required(pointer + "/months", null);
                return;
            }
            if (months.size() > 12) {
                errors.add(pointer + "/months", "too-many", 12);
                return;
            }
            int last = 0;
            for (int i = 0; i < months.size(); i++) {
                MonthFields month = months.get(i);
                String each = pointer + "/months/" + i;
                errors.required(each, month);
                if (month != null) {
                    month.check(each, errors);
                    if (month.month() != null && month.month() >= 1 && month.month() <= 12) {
                        if (month.month() <= last) {
                            errors.add(each + "/month", "month-twice");
                        }
                        last = month.month();
                    }
                }
            }
        }

        WorkerFields masked() {
            return new WorkerFields(
                    insuredRecordId,
                    employment,
                    joinedOn,
                    lastJoinedBefore,
                    acquisitionReportedOn,
                    null,
                    null,
                    monthsSupportedBefore,
                    months);
        }

        private SupportApplication.Worker worker(int year) {
            return new SupportApplication.Worker(
                    insuredRecordId.toString(),
                    employment,
                    joinedOn,
                    Optional.ofNullable(lastJoinedBefore),
                    Optional.ofNullable(acquisitionReportedOn),
                    property,
                    income,
                    monthsSupportedBefore == null ? 0 : monthsSupportedBefore,
                    months.stream()
                            .map(each -> new SupportApplication.Month(
                                    YearMonth.of(year, each.month()),
                                    each.remuneration(),
                                    Optional.ofNullable(each.reportedOn())))
                            .toList());
        }

        /** What it owns and earns stays out of any log. */
        @Override
        public String toString() {
            return "WorkerFields[" + insuredRecordId + "]";
        }
    }

    /** @param reportedOn day of the daily-work report (근로내용확인신고) of the month; of a daily worker */
    @Schema(
            name = "SupportedMonth",
            requiredProperties = {"month", "remuneration"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MonthFields(Integer month, Won remuneration, LocalDate reportedOn) {

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/month", month);
            if (month != null && (month < 1 || month > 12)) {
                errors.add(pointer + "/month", "month-expected");
            }
            errors.required(pointer + "/remuneration", remuneration);
        }
    }

    /** @param actual the remuneration of the supported months as it really was */
    @Schema(
            name = "EarlierSupport",
            requiredProperties = {"insuredRecordId", "insuranceYear", "supported", "actual", "months"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EarlierFields(
            UUID insuredRecordId, Integer insuranceYear, Won supported, Won actual, Integer months) {

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/insuredRecordId", insuredRecordId);
            errors.required(pointer + "/insuranceYear", insuranceYear);
            if (insuranceYear != null && (insuranceYear < 1 || insuranceYear > 9998)) {
                errors.add(pointer + "/insuranceYear", "year-expected");
            }
            errors.required(pointer + "/supported", supported);
            errors.required(pointer + "/actual", actual);
            errors.required(pointer + "/months", months);
            if (months != null && (months < 1 || months > 12)) {
                errors.add(pointer + "/months", "month-expected");
            }
        }

        private SupportApplication.EarlierSupport support() {
            return new SupportApplication.EarlierSupport(
                    insuredRecordId.toString(), insuranceYear, supported, actual, months);
        }
    }
}
