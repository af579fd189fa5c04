package kr.gosan.premium.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.receipt.Receipts;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.calculation.Assessment;

/**
 * Files a premium return: return with its inputs, law, figures and trace, receipt, event, slips to come and audit row, all
 * in the caller's transaction. Which day it is for the workplace decides whether the return is in time.
 */
@Singleton
public class FilePremiumReturn {

    /** As receipts of returns name it. */
    static final String FILING_TYPE = "premium-return";

    private final PremiumReturnStore store;
    private final SlipStore slips;
    private final Workplaces workplaces;
    private final WorkplaceClock clock;
    private final CheckPremiumReturn checks;
    private final ParticularsStore particulars;
    private final Receipts receipts;
    private final TellAccount accounts;
    private final Outbox outbox;
    private final Audit audit;
    private final ObjectMapper mapper;

    public FilePremiumReturn(
            PremiumReturnStore store,
            SlipStore slips,
            Workplaces workplaces,
            WorkplaceClock clock,
            CheckPremiumReturn checks,
            ParticularsStore particulars,
            Receipts receipts,
            TellAccount accounts,
            Outbox outbox,
            Audit audit,
            ObjectMapper mapper) {
        this.store = store;
        this.slips = slips;
        this.workplaces = workplaces;
        this.clock = clock;
        this.checks = checks;
        this.particulars = particulars;
        this.receipts = receipts;
        this.accounts = accounts;
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
        return draft.isDraft() ? file(memberId, draft, workplace.get(), store::put) : new ReturnOutcome.NotADraft();
    }

    /** Files at once what was never kept as a draft; runs inside a transaction. */
    public ReturnOutcome file(String memberId, ReturnRequest content) {
        return workplaces
                .grantedTo(memberId, content.managementNo())
                .map(workplace ->
                        file(memberId, PremiumReturn.draft(store.newId(), memberId, content), workplace, store::add))
                .orElseGet(ReturnOutcome.NotGranted::new);
    }

    private ReturnOutcome file(
            String memberId, PremiumReturn draft, KnownWorkplace known, Consumer<PremiumReturn> keep) {
        Instant now = clock.now(draft.managementNo());
        LocalDate today = KoreanTime.dateOf(now);
        CheckPremiumReturn.Checked checked = checks.check(draft.content(), known, today);
        if (!checked.violations().isEmpty()) {
            return new ReturnOutcome.NotAcceptable(checked.violations());
        }
        Assessment.Result result = checked.assessment().result().orElseThrow();
        PremiumReturn filed = draft.completed(checked.content())
                .filed(documents(checked, today), result.calculation().isPayable());
        keep.accept(filed);
        if (!store.claimYear(filed)) {
            return new ReturnOutcome.AlreadyFiled(
                    store.filedId(filed.managementNo(), filed.content().insuranceYear())
                            .orElseThrow());
        }
        particulars.keep(filed);
        slips.expect(filed, result.calculation());
        Receipt receipt =
                receipts.issue(FILING_TYPE, filed.id(), filed.managementNo(), SignedReturn.of(filed, mapper), now);
        outbox.publish(
                ReturnFiled.TYPE,
                filed.managementNo().digits(),
                now,
                ReturnFiled.of(filed, receipt.receiptNo(), today, result.calculation()));
        if (filed.content().refundAccount() != null) {
            accounts.refund(
                    new TellAccount.Registration(
                            filed.id(),
                            filed.id(),
                            filed.managementNo(),
                            filed.content().insuranceYear(),
                            today,
                            today),
                    now,
                    filed.content().refundAccount());
        }
        audit.record(
                memberId,
                "premium-return-filed",
                filed.managementNo(),
                filed.id().toString());
        return new ReturnOutcome.Done(filed);
    }

    private PremiumReturn.FiledDocuments documents(CheckPremiumReturn.Checked checked, LocalDate filedOn) {
        Assessment.Result result = checked.assessment().result().orElseThrow();
        CalculationView figures = CalculationView.of(result, checked.workplace(), filedOn);
        try {
            return new PremiumReturn.FiledDocuments(
                    filedOn,
                    mapper.writeValueAsString(
                            checked.months().map(figures::with).orElse(figures)),
                    mapper.writeValueAsString(result.law().parameters()),
                    mapper.writeValueAsString(result.calculation().trace()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
