package kr.gosan.premium.filing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.premium.application.ApplicationStore;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.RowsNeeded;
import kr.gosan.premium.law.Schedule;
import kr.gosan.premium.law.Workplace;
import kr.gosan.premium.law.YearRates;
import kr.gosan.premium.workplace.WorkplaceTerms;

/** Gathers what the system knows for a return that is to be written. */
@Singleton
public class PrefillReturn {

    private final WorkplaceTerms terms;
    private final WorkplaceClock clock;
    private final EstimateRecords records;
    private final ParticularsStore particulars;
    private final PremiumReturnStore store;
    private final ApplicationStore accounts;
    private final PremiumLaw law;

    public PrefillReturn(
            WorkplaceTerms terms,
            WorkplaceClock clock,
            EstimateRecords records,
            ParticularsStore particulars,
            PremiumReturnStore store,
            ApplicationStore accounts,
            PremiumLaw law) {
        this.terms = terms;
        this.clock = clock;
        this.records = records;
        this.particulars = particulars;
        this.store = store;
        this.accounts = accounts;
        this.law = law;
    }

    /** Empty when the workplace exists in neither of the two years. Reads only; runs inside a transaction. */
    Optional<Prefill> of(KnownWorkplace known, int insuranceYear) {
        Workplace workplace = terms.of(known);
        return workplace.existsIn(insuranceYear) || workplace.existsIn(insuranceYear + 1)
                ? Optional.of(of(known, workplace, insuranceYear))
                : Optional.empty();
    }

    private Prefill of(KnownWorkplace known, Workplace workplace, int insuranceYear) {
        Set<Prefill.RateView> rates = new LinkedHashSet<>();
        Set<LookUp.Refused> refused = new LinkedHashSet<>();
        Optional<ReturnLaw> any = Optional.empty();
        // Row by row, so that one unknown rate does not hide the others.
        for (ReturnRow row : ReturnRow.values()) {
            switch (law.forReturn(insuranceYear, workplace, new RowsNeeded(Set.of(row), Set.of(row)))) {
                case PremiumLaw.Answer.Known it -> {
                    any = Optional.of(it.law());
                    it.law().confirmed().ifPresent(year -> rates.addAll(rates(row, year)));
                    it.law().estimated().ifPresent(year -> rates.addAll(rates(row, year)));
                }
                case PremiumLaw.Answer.Unknown it -> refused.addAll(it.refusals());
            }
        }
        Optional<RecordedEstimate> recorded = records.of(known.managementNo(), insuranceYear);
        return new Prefill(
                known.managementNo(),
                insuranceYear,
                known.kind(),
                workplace.scaleIn(insuranceYear),
                known.employerKind(),
                known.establishedOn(),
                known.extinctOn(),
                particulars(known),
                recorded.map(RecordedEstimate::fields).orElse(null),
                recorded.map(RecordedEstimate::returnId).orElse(null),
                List.copyOf(rates),
                refused.stream()
                        .map(each -> new Prefill.UnknownView(each.parameterId(), each.date(), each.reason()))
                        .toList(),
                any.map(each -> schedule(each, known, insuranceYear)).orElse(null),
                store.filedId(known.managementNo(), insuranceYear).orElse(null),
                accounts.refundAccount(known.managementNo())
                        .map(ReturnFields.RefundAccount::masked)
                        .orElse(null));
    }

    private Particulars particulars(KnownWorkplace known) {
        Particulars established =
                new Particulars(known.name(), null, null, known.district(), null, null, null, null, null);
        return particulars
                .latest(known.managementNo())
                .map(latest -> latest.over(established))
                .orElse(established);
    }

    private static List<Prefill.RateView> rates(ReturnRow row, YearRates year) {
        List<Prefill.RateView> rates = new ArrayList<>();
        if (year.of(row) != null) {
            year.of(row)
                    .forEach(period -> rates.add(new Prefill.RateView(
                            row, period.from(), period.to(), period.rate().total())));
        }
        return rates;
    }

    private Prefill.ScheduleView schedule(ReturnLaw known, KnownWorkplace of, int insuranceYear) {
        Schedule schedule = known.schedule();
        LocalDate today = clock.today(of.managementNo());
        boolean inTime = schedule.inTime(today);
        return new Prefill.ScheduleView(
                today,
                schedule.statutoryDueDate(),
                schedule.dueDate(),
                ChronoUnit.DAYS.between(today, schedule.dueDate()),
                inTime,
                schedule.allowsInstalments(),
                schedule.allowsInstalments() && inTime,
                known.eFilingReducible() && inTime,
                ClosedYears.against(insuranceYear, known.workplace(), today, law)
                        .isPresent());
    }
}
