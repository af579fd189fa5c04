package kr.gosan.premium.support;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Won;

/**
 * What an employer of construction or logging states when applying for premium support (건설업 등 고용보험료 지원, form 10712).
 *
 * @param insuranceYear the year whose confirmed premium is supported
 * @param appliedOn the day of the application, in the year after
 * @param insuredByMonth employment-insured workers at the end of each month of that year, head office and sites together
 */
public record SupportApplication(
        int insuranceYear,
        LocalDate appliedOn,
        List<Integer> insuredByMonth,
        ConfirmedPremium confirmed,
        List<Worker> workers,
        List<EarlierSupport> earlier) {

    public SupportApplication {
        insuredByMonth = List.copyOf(insuredByMonth);
        workers = List.copyOf(workers);
        earlier = List.copyOf(earlier);
    }

    /**
     * What the records say of the year's confirmed premium of employment insurance.
     *
     * @param dueOn last day to file and pay, as calendar and extensions move it
     * @param filedOn empty when no return was filed
     * @param paidOn the day on which it was paid in full, or on which it was filed when nothing was payable
     */
    public record ConfirmedPremium(LocalDate dueOn, Optional<LocalDate> filedOn, Optional<LocalDate> paidOn) {}

    /** How a worker is employed. */
    public enum Employment {
        REGULAR,
        /** 일용근로자: reported by the month. */
        DAILY
    }

    /**
     * A worker for whom support is asked for; named by a reference only.
     *
     * @param joinedOn acquisition of employment insurance
     * @param lastJoinedBefore the acquisition before that one, wherever it was
     * @param acquisitionReportedOn the day on which the acquisition was reported; empty for a daily worker
     * @param monthsSupportedBefore months supported in earlier years, zero or more
     */
    public record Worker(
            String reference,
            Employment employment,
            LocalDate joinedOn,
            Optional<LocalDate> lastJoinedBefore,
            Optional<LocalDate> acquisitionReportedOn,
            Won property,
            Won income,
            int monthsSupportedBefore,
            List<Month> months) {

        public Worker {
            months = List.copyOf(months);
        }
    }

    /** @param reportedOn the day of the daily-work report (근로내용확인신고); empty for a regular worker */
    public record Month(YearMonth month, Won remuneration, Optional<LocalDate> reportedOn) {}

    /**
     * Support paid for an earlier year whose actual remuneration is known now.
     *
     * @param actual remuneration of the supported months in total
     * @param months the supported months, one or more
     */
    public record EarlierSupport(String reference, int insuranceYear, Won supported, Won actual, int months) {}
}
