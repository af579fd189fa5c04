package kr.gosan.premium.amendment;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.amendment.rules.AmendmentLaw;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.extension.DeadlineExtensions;
import kr.gosan.premium.filing.PremiumReturn;
import kr.gosan.premium.filing.PremiumReturnStore;

/** Locks a filed return and gathers what a correction of it needs. */
@Singleton
public class OpenReturn {

    private final PremiumReturnStore returns;
    private final CorrectionStore corrections;
    private final Workplaces workplaces;
    private final DeadlineExtensions extensions;
    private final WorkplaceClock clock;
    private final LawBook book;

    public OpenReturn(
            PremiumReturnStore returns,
            CorrectionStore corrections,
            Workplaces workplaces,
            DeadlineExtensions extensions,
            WorkplaceClock clock,
            LawBook book) {
        this.returns = returns;
        this.corrections = corrections;
        this.workplaces = workplaces;
        this.extensions = extensions;
        this.clock = clock;
        this.book = book;
    }

    /** The return, or why it cannot be corrected by this member. */
    public sealed interface Opened {

        record Ready(ReturnToCorrect it) implements Opened {}

        record Not(CorrectionOutcome because) implements Opened {}
    }

    /** Runs inside a transaction, which holds the return until it ends. */
    public Opened open(UUID returnId, Actor actor) {
        Optional<PremiumReturn> found = returns.lock(returnId);
        if (found.isEmpty()) {
            return new Opened.Not(new CorrectionOutcome.NotFound());
        }
        PremiumReturn filed = found.get();
        Optional<KnownWorkplace> workplace = actor.workplace(workplaces, filed.managementNo());
        if (workplace.isEmpty()) {
            return new Opened.Not(new CorrectionOutcome.NotGranted());
        }
        if (filed.isDraft()) {
            return new Opened.Not(new CorrectionOutcome.NotFound());
        }
        Instant now = clock.now(filed.managementNo());
        return switch (AmendmentLaw.on(KoreanTime.dateOf(now), book)) {
            case AmendmentLaw.Answer.Unknown unknown ->
                new Opened.Not(new CorrectionOutcome.NotAcceptable(unknownLaw(unknown)));
            case AmendmentLaw.Answer.Known known ->
                new Opened.Ready(new ReturnToCorrect(
                        filed,
                        corrections.filedFigures(filed).extended(extensions.lastDays(workplace.get())),
                        corrections.inForce(filed),
                        workplace.get(),
                        now,
                        known.law()));
        };
    }

    static List<Violation> unknownLaw(AmendmentLaw.Answer.Unknown unknown) {
        return unknown.refusals().stream()
                .map(it -> new Violation("", "law-unknown", List.of(it.parameterId(), it.date(), it.reason())))
                .toList();
    }
}
