package kr.gosan.premium.settlementaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.platform.audit.Audit;
import kr.gosan.premium.amendment.CorrectionStore;
import kr.gosan.premium.calculation.Remuneration;
import kr.gosan.premium.filing.PremiumReturnStore;
import kr.gosan.premium.remuneration.WorksRemuneration;
import kr.gosan.premium.settlementaudit.rules.AuditState;
import kr.gosan.premium.settlementaudit.rules.Deviation;

/**
 * Chooses workplaces for an audit: the remuneration that figures from outside come to by the labour ratios, against the one
 * in force, of each insurance by itself, from a threshold on. Who has an audit of the year already is left alone. Workplaces
 * that filed nothing are not corrected here; they are named.
 */
@Singleton
class SelectForAudit {

    /** The most rows of one selection, which is one transaction. */
    static final int MOST_ROWS = 10_000;

    private static final int MONTHS = 12;

    private final ExternalFigureStore figures;
    private final SettlementAuditStore audits;
    private final CorrectionStore corrections;
    private final PremiumReturnStore returns;
    private final LawBook book;
    private final Audit audit;
    private final ObjectMapper mapper;

    SelectForAudit(
            ExternalFigureStore figures,
            SettlementAuditStore audits,
            CorrectionStore corrections,
            PremiumReturnStore returns,
            LawBook book,
            Audit audit,
            ObjectMapper mapper) {
        this.figures = figures;
        this.audits = audits;
        this.corrections = corrections;
        this.returns = returns;
        this.book = book;
        this.audit = audit;
        this.mapper = mapper;
    }

    /**
     * What came of a selection, of at most {@link #MOST_ROWS} rows.
     *
     * @param checked rows held against a return
     * @param withoutReturn how many of the workplaces filed nothing for the year
     * @param nonFilers which they are
     * @param lawUnknown rows whose remuneration cannot be estimated, because a labour ratio of the year is not known
     * @param next give it as {@code after} to go on; missing when there are no more rows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Selected(
            UUID id,
            int checked,
            int withoutReturn,
            List<WorkplaceNumber> nonFilers,
            int lawUnknown,
            List<WorkplaceNumber> selected,
            WorkplaceNumber next) {}

    /** What figures came to. */
    private record Estimate(Won remuneration, List<TraceLine> trace) {}

    /** What is in force: the base of industrial-accident insurance, and of the stability fund. */
    private record Filed(Won accident, Won employment) {}

    /** Runs inside a transaction. */
    Selected select(SelectionRequest request, String memberId) {
        UUID id = returns.newId();
        int checked = 0;
        int lawUnknown = 0;
        List<WorkplaceNumber> nonFilers = new ArrayList<>();
        List<WorkplaceNumber> selected = new ArrayList<>();
        String after = request.after() == null ? "" : request.after().digits();
        List<ExternalFigure> rows = figures.page(request.insuranceYear(), request.source(), after, MOST_ROWS + 1);
        List<ExternalFigure> page = rows.subList(0, Math.min(rows.size(), MOST_ROWS));
        for (ExternalFigure row : page) {
            Optional<UUID> returnId = corrections.filedReturn(row.managementNo(), row.insuranceYear());
            Optional<Estimate> estimate = estimateAll(row);
            if (returnId.isEmpty()) {
                nonFilers.add(row.managementNo());
            } else if (estimate.isEmpty()) {
                lawUnknown++;
            } else {
                checked++;
                if (isSelected(id, request, row, returnId.get(), estimate.get())) {
                    selected.add(row.managementNo());
                }
            }
        }
        audits.addSelection(
                id,
                request.insuranceYear(),
                request.source(),
                request.threshold(),
                request.reason(),
                memberId,
                checked,
                selected.size());
        audit.record(memberId, "settlement-audit-selected", null, id.toString());
        return new Selected(
                id,
                checked,
                nonFilers.size(),
                nonFilers,
                lawUnknown,
                selected,
                rows.size() > page.size() ? page.getLast().managementNo() : null);
    }

    /** Selects one workplace for a reason of its own, without figures. Runs inside a transaction. */
    Selected select(NamedSelectionRequest request, String memberId) {
        UUID id = returns.newId();
        Optional<UUID> returnId = corrections.filedReturn(request.managementNo(), request.insuranceYear());
        List<WorkplaceNumber> selected = List.of();
        if (returnId.isPresent()) {
            Filed filed = filed(List.of(returnId.get()));
            boolean added = audits.add(new SettlementAudit(
                    returns.newId(),
                    id,
                    returnId.get(),
                    request.managementNo(),
                    request.insuranceYear(),
                    AuditState.SELECTED,
                    List.of(),
                    null,
                    filed.accident(),
                    filed.employment(),
                    null,
                    null,
                    null,
                    json(List.of()),
                    null,
                    List.of()));
            selected = added ? List.of(request.managementNo()) : List.of();
        }
        List<WorkplaceNumber> nonFilers = returnId.isEmpty() ? List.of(request.managementNo()) : List.of();
        int checked = returnId.isPresent() ? 1 : 0;
        audits.addSelection(
                id, request.insuranceYear(), null, null, request.reason(), memberId, checked, selected.size());
        audit.record(memberId, "settlement-audit-selected", request.managementNo(), id.toString());
        return new Selected(id, checked, nonFilers.size(), nonFilers, 0, selected, null);
    }

    private boolean isSelected(
            UUID selectionId, SelectionRequest request, ExternalFigure row, UUID returnId, Estimate estimate) {
        Filed filed = filed(
                row.source() == ExternalFigure.Source.TAX_ACCOUNTS
                        ? corrections.filedReturnsOfBusiness(row.managementNo(), row.insuranceYear())
                        : List.of(returnId));
        Deviation accident = new Deviation(filed.accident(), estimate.remuneration());
        Deviation employment = new Deviation(filed.employment(), estimate.remuneration());
        List<Insurance> deviating = new ArrayList<>();
        if (accident.reaches(request.threshold())) {
            deviating.add(Insurance.IA);
        }
        if (employment.reaches(request.threshold())) {
            deviating.add(Insurance.EI);
        }
        return !deviating.isEmpty()
                && audits.add(new SettlementAudit(
                        returns.newId(),
                        selectionId,
                        returnId,
                        row.managementNo(),
                        row.insuranceYear(),
                        AuditState.SELECTED,
                        deviating,
                        null,
                        filed.accident(),
                        filed.employment(),
                        estimate.remuneration(),
                        accident.percent(),
                        employment.percent(),
                        json(estimate.trace()),
                        null,
                        List.of()));
    }

    private Filed filed(List<UUID> returnIds) {
        List<Remuneration> confirmed = returnIds.stream()
                .flatMap(id -> corrections.inForce(id).orElseThrow().content().content().confirmed().stream())
                .toList();
        return new Filed(
                Won.sum(confirmed.stream().map(Remuneration::accident).toList()),
                Won.sum(confirmed.stream().map(Remuneration::stability).toList()));
    }

    /** Tax accounts are those of the whole business; works results those of the workplace. Empty: law not known. */
    private Optional<Estimate> estimateAll(ExternalFigure row) {
        List<ExternalFigure> rows =
                row.source() == ExternalFigure.Source.TAX_ACCOUNTS ? figures.ofBusiness(row) : List.of(row);
        List<Won> parts = new ArrayList<>();
        List<TraceLine> trace = new ArrayList<>();
        for (ExternalFigure each : rows) {
            if (!(estimate(each) instanceof WorksRemuneration.Answer.Known known)) {
                return Optional.empty();
            }
            parts.add(known.remuneration().remuneration());
            trace.addAll(known.remuneration().trace());
        }
        return Optional.of(new Estimate(Won.sum(parts), trace));
    }

    private WorksRemuneration.Answer estimate(ExternalFigure row) {
        return switch (row.source()) {
            case TAX_ACCOUNTS ->
                WorksRemuneration.confirmed(
                        row.insuranceYear(),
                        new WorksRemuneration.Done(row.directPay(), row.outsourcing()),
                        MONTHS,
                        book);
            case WORKS_RESULTS ->
                WorksRemuneration.estimated(
                        row.insuranceYear(),
                        new WorksRemuneration.Planned(row.worksAmount(), row.contractAmount()),
                        MONTHS,
                        book);
        };
    }

    private String json(List<TraceLine> trace) {
        try {
            return mapper.writeValueAsString(trace);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
