package kr.gosan.premium.amendment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.amendment.rules.Adjustment;
import kr.gosan.premium.amendment.rules.AmendmentLaw;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.extension.DeadlineExtensions;
import kr.gosan.premium.filing.PremiumReturn;
import kr.gosan.premium.filing.PremiumReturnStore;

/** Reads corrections for somebody who may see them. */
@Singleton
class ReadCorrections {

    private final PremiumReturnStore returns;
    private final CorrectionStore store;
    private final Workplaces workplaces;
    private final DeadlineExtensions extensions;
    private final WorkplaceClock clock;
    private final LawBook book;
    private final CorrectionAnswers answers;

    ReadCorrections(
            PremiumReturnStore returns,
            CorrectionStore store,
            Workplaces workplaces,
            DeadlineExtensions extensions,
            WorkplaceClock clock,
            LawBook book,
            CorrectionAnswers answers) {
        this.returns = returns;
        this.store = store;
        this.workplaces = workplaces;
        this.extensions = extensions;
        this.clock = clock;
        this.book = book;
        this.answers = answers;
    }

    /** What was looked for, or why it is not shown. */
    sealed interface Found<T> {

        record Here<T>(T it) implements Found<T> {}

        record Nothing<T>() implements Found<T> {}

        record NotGranted<T>() implements Found<T> {}
    }

    Found<CorrectionView.Chain> chain(Actor actor, UUID returnId) {
        return of(actor, returnId, filed -> {
            List<Correction> chain = store.chain(returnId);
            InForce inForce = store.inForce(filed);
            return Optional.of(new CorrectionView.Chain(
                    chain.stream().map(answers::view).toList(),
                    inForce.no(),
                    inForce.figures().funds(),
                    lateFiling(filed, chain)));
        });
    }

    Found<Correction> one(Actor actor, UUID returnId, int no) {
        return of(actor, returnId, filed -> store.find(returnId, no));
    }

    Found<PremiumReturn> filed(Actor actor, UUID returnId) {
        return of(actor, returnId, Optional::of);
    }

    private <T> Found<T> of(Actor actor, UUID returnId, Function<PremiumReturn, Optional<T>> reading) {
        Optional<PremiumReturn> found = returns.find(returnId);
        if (found.isEmpty()) {
            return new Found.Nothing<>();
        }
        if (actor.workplace(workplaces, found.get().managementNo()).isEmpty()) {
            return new Found.NotGranted<>();
        }
        Optional<T> read = found.get().isDraft() ? Optional.empty() : reading.apply(found.get());
        return read.<Found<T>>map(Found.Here::new).orElseGet(Found.Nothing::new);
    }

    /** As it was levied, or as it would be today. */
    private CorrectionView.LateFiling lateFiling(PremiumReturn filed, List<Correction> chain) {
        KnownWorkplace workplace = workplaces.find(filed.managementNo()).orElseThrow();
        FiledFigures original = store.filedFigures(filed).extended(extensions.lastDays(workplace));
        boolean levied = chain.stream().anyMatch(it -> it.kind() == CorrectionKind.LATE_FILING);
        return original.filedInTime()
                ? null
                : switch (AmendmentLaw.on(clock.today(filed.managementNo()), book)) {
                    case AmendmentLaw.Answer.Unknown unknown -> null;
                    case AmendmentLaw.Answer.Known known ->
                        new CorrectionView.LateFiling(
                                Adjustment.lateSurcharge(original.additional(), false, known.law())
                                        .byFund(),
                                levied);
                };
    }
}
