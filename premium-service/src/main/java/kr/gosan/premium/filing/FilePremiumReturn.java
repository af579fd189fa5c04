package kr.gosan.premium.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.receipt.Receipts;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.calculation.Assessment;
import kr.gosan.premium.calculation.ReturnContent;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.Workplace;
import kr.gosan.premium.workplace.WorkplaceTerms;

/**
 * Files a premium return: return with its inputs, law, figures and trace, receipt, event, slips to come and audit row, all
 * in the caller's transaction. Which day it is for the workplace decides whether the return is in time.
 */
@Singleton
public class FilePremiumReturn {

    private final PremiumReturnStore store;
    private final SlipStore slips;
    private final Workplaces workplaces;
    private final WorkplaceTerms terms;
    private final WorkplaceClock clock;
    private final PremiumLaw law;
    private final Receipts receipts;
    private final Outbox outbox;
    private final Audit audit;
    private final ObjectMapper mapper;

    public FilePremiumReturn(
            PremiumReturnStore store,
            SlipStore slips,
            Workplaces workplaces,
            WorkplaceTerms terms,
            WorkplaceClock clock,
            PremiumLaw law,
            Receipts receipts,
            Outbox outbox,
            Audit audit,
            ObjectMapper mapper) {
        this.store = store;
        this.slips = slips;
        this.workplaces = workplaces;
        this.terms = terms;
        this.clock = clock;
        this.law = law;
        this.receipts = receipts;
        this.outbox = outbox;
        this.audit = audit;
        this.mapper = mapper;
    }

    /** Files the draft; runs inside a transaction. */
    public ReturnOutcome file(String memberId, UUID id) {
        Optional<PremiumReturn> found = store.lock(id);
        if (found.isEmpty()) {
            return new ReturnOutcome.NotFound();
        }
        PremiumReturn draft = found.get();
        Optional<KnownWorkplace> workplace = workplaces.grantedTo(memberId, draft.managementNo());
        if (workplace.isEmpty()) {
            return new ReturnOutcome.NotGranted();
        }
        return draft.isDraft() ? file(memberId, draft, workplace.get()) : new ReturnOutcome.NotADraft();
    }

    /** Files at once what was never kept as a draft; runs inside a transaction. */
    public ReturnOutcome file(String memberId, ReturnRequest content) {
        return workplaces
                .grantedTo(memberId, content.managementNo())
                .map(workplace -> file(memberId, PremiumReturn.draft(store.newId(), memberId, content), workplace))
                .orElseGet(ReturnOutcome.NotGranted::new);
    }

    private ReturnOutcome file(String memberId, PremiumReturn draft, KnownWorkplace known) {
        Instant now = clock.now(draft.managementNo());
        LocalDate today = KoreanTime.dateOf(now);
        Workplace workplace = terms.of(known);
        ReturnContent content = draft.content().content();
        Assessment assessment = Assessment.of(content, workplace, today, law);
        List<Violation> violations = new ArrayList<>(assessment.violations());
        assessment.missingRefundAccount(content).ifPresent(violations::add);
        if (!violations.isEmpty()) {
            return new ReturnOutcome.NotAcceptable(violations);
        }
        Assessment.Result result = assessment.result().orElseThrow();
        PremiumReturn filed = draft.filed(
                documents(result, workplace, today), result.calculation().isPayable());
        store.put(filed);
        if (!store.claimYear(filed)) {
            return new ReturnOutcome.AlreadyFiled();
        }
        slips.expect(filed, result.calculation());
        Receipt receipt =
                receipts.issue("premium-return", filed.id(), filed.managementNo(), SignedReturn.of(filed, mapper), now);
        outbox.publish(
                ReturnFiled.TYPE,
                filed.managementNo().digits(),
                now,
                ReturnFiled.of(filed, receipt.receiptNo(), today, result.calculation()));
        audit.record(
                memberId,
                "premium-return-filed",
                filed.managementNo(),
                filed.id().toString());
        return new ReturnOutcome.Done(filed);
    }

    private PremiumReturn.FiledDocuments documents(Assessment.Result result, Workplace workplace, LocalDate filedOn) {
        try {
            return new PremiumReturn.FiledDocuments(
                    filedOn,
                    mapper.writeValueAsString(CalculationView.of(result, workplace, filedOn)),
                    mapper.writeValueAsString(result.law().parameters()),
                    mapper.writeValueAsString(result.calculation().trace()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
