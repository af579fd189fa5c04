package kr.gosan.premium.settlementaudit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.audit.Audit;
import kr.gosan.premium.amendment.CorrectionStore;
import kr.gosan.premium.amendment.InForce;
import kr.gosan.premium.calculation.Remuneration;
import kr.gosan.premium.filing.PremiumReturnStore;
import kr.gosan.premium.remuneration.WorksRemuneration;
import kr.gosan.premium.settlementaudit.rules.AuditState;
import kr.gosan.premium.settlementaudit.rules.Deviation;

/**
 * Chooses workplaces for an audit: the remuneration that figures from outside come to by the labour ratios, against the one
 * in force, from a threshold on. Who has an audit of the year already is left alone. Workplaces that filed nothing are not
 * corrected here; they are counted.
 */
@Singleton
class SelectForAudit {

    private static final int PAGE = 500;
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
     * What came of a selection.
     *
     * @param checked rows held against a return
     * @param withoutReturn workplaces that filed nothing for the year
     * @param lawUnknown rows whose remuneration cannot be estimated, because a labour ratio of the year is not known
     */
    record Selected(UUID id, int checked, int withoutReturn, int lawUnknown, List<WorkplaceNumber> selected) {}

    /** Runs inside a transaction. */
    Selected select(SelectionRequest request, String memberId) {
        UUID id = returns.newId();
        int checked = 0;
        int withoutReturn = 0;
        int lawUnknown = 0;
        List<WorkplaceNumber> selected = new ArrayList<>();
        String after = "";
        List<ExternalFigure> page;
        do {
            page = figures.page(request.insuranceYear(), request.source(), after, PAGE);
            for (ExternalFigure row : page) {
                after = row.managementNo().digits();
                Optional<UUID> returnId = corrections.filedReturn(row.managementNo(), row.insuranceYear());
                switch (estimate(row)) {
                    case WorksRemuneration.Answer.Unknown unknown -> lawUnknown++;
                    case WorksRemuneration.Answer.Known known -> {
                        if (returnId.isEmpty()) {
                            withoutReturn++;
                        } else {
                            checked++;
                            if (isSelected(id, request, row, returnId.get(), known.remuneration())) {
                                selected.add(row.managementNo());
                            }
                        }
                    }
                }
            }
        } while (page.size() == PAGE);
        audits.addSelection(id, request, memberId, checked, selected.size());
        audit.record(memberId, "settlement-audit-selected", null, id.toString());
        return new Selected(id, checked, withoutReturn, lawUnknown, selected);
    }

    private boolean isSelected(
            UUID selectionId,
            SelectionRequest request,
            ExternalFigure row,
            UUID returnId,
            WorksRemuneration estimated) {
        InForce inForce = corrections.inForce(returnId).orElseThrow();
        Won filed = inForce.content()
                .content()
                .confirmed()
                .map(Remuneration::accident)
                .orElse(Won.ZERO);
        Deviation deviation = new Deviation(filed, estimated.remuneration());
        return deviation.reaches(request.threshold())
                && audits.add(new SettlementAudit(
                        returns.newId(),
                        selectionId,
                        returnId,
                        row.managementNo(),
                        row.insuranceYear(),
                        AuditState.SELECTED,
                        filed,
                        estimated.remuneration(),
                        deviation.percent(),
                        json(estimated),
                        null,
                        List.of()));
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

    private String json(WorksRemuneration estimated) {
        try {
            return mapper.writeValueAsString(estimated.trace());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
