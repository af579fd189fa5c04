package kr.gosan.premium.calculator;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.filing.DraftPremiumReturn;
import kr.gosan.premium.filing.PremiumReturn;
import kr.gosan.premium.filing.ReturnFields;
import kr.gosan.premium.filing.ReturnOutcome;
import kr.gosan.premium.filing.ReturnRequest;
import kr.gosan.premium.law.Workplace;
import kr.gosan.premium.workplace.WorkplaceTerms;

/**
 * Turns a remuneration calculation into drafts of the returns of head office and collective. The estimate of a draft is
 * the confirmed remuneration, as the law carries it over unless the filer expects far more or far less.
 */
@Singleton
public class DraftFromRemuneration {

    private final CalculateRemuneration calculator;
    private final DraftPremiumReturn drafts;
    private final Workplaces workplaces;
    private final WorkplaceTerms terms;

    public DraftFromRemuneration(
            CalculateRemuneration calculator, DraftPremiumReturn drafts, Workplaces workplaces, WorkplaceTerms terms) {
        this.calculator = calculator;
        this.drafts = drafts;
        this.workplaces = workplaces;
        this.terms = terms;
    }

    /** What came of it: all drafts, or none. */
    public sealed interface Outcome {

        record Drafted(CalculateRemuneration.Outcome.Calculated calculation, List<PremiumReturn> drafts)
                implements Outcome {}

        record NotAcceptable(List<Violation> violations) implements Outcome {}

        record NotGranted() implements Outcome {}
    }

    /** Runs inside a transaction. */
    public Outcome draft(String memberId, RemunerationDraftsRequest request) {
        Map<WorkplaceKind, Workplace> known = new EnumMap<>(WorkplaceKind.class);
        Map<WorkplaceKind, String> pointers = new EnumMap<>(WorkplaceKind.class);
        List<Violation> violations = new ArrayList<>();
        for (Map.Entry<WorkplaceKind, RemunerationDraftsRequest.Target> each :
                request.targets().entrySet()) {
            WorkplaceKind kind = each.getKey();
            Optional<KnownWorkplace> found =
                    workplaces.grantedTo(memberId, each.getValue().managementNo());
            if (found.isEmpty()) {
                return new Outcome.NotGranted();
            }
            pointers.put(kind, RemunerationDraftsRequest.pointer(kind));
            if (found.get().kind() == kind) {
                known.put(kind, terms.of(found.get()));
            } else {
                violations.add(new Violation(pointers.get(kind), "workplace-of-another-kind", List.of(kind)));
            }
        }
        return switch (calculator.of(request.calculation(), known, pointers)) {
            case CalculateRemuneration.Outcome.NotComputable it -> {
                it.violations().forEach(each -> violations.add(within(each)));
                yield new Outcome.NotAcceptable(violations);
            }
            case CalculateRemuneration.Outcome.Calculated it ->
                violations.isEmpty() ? drafted(memberId, request, it) : new Outcome.NotAcceptable(violations);
        };
    }

    /** A violation of the calculation, seen from the whole request. */
    private static Violation within(Violation it) {
        boolean target = it.pointer().startsWith("/headOffice") || it.pointer().startsWith("/collective");
        return target ? it : new Violation("/calculation" + it.pointer(), it.code(), it.args());
    }

    private Outcome drafted(
            String memberId, RemunerationDraftsRequest request, CalculateRemuneration.Outcome.Calculated it) {
        List<PremiumReturn> made = new ArrayList<>();
        for (Map.Entry<WorkplaceKind, RemunerationDraftsRequest.Target> each :
                request.targets().entrySet()) {
            ReturnRequest content = content(request, each.getValue(), RemunerationView.confirmed(it, each.getKey()));
            if (drafts.create(memberId, content) instanceof ReturnOutcome.Done done) {
                made.add(done.changed());
            } else {
                // Whether the member may was asked above; a draft is refused for nothing else.
                return new Outcome.NotGranted();
            }
        }
        return new Outcome.Drafted(it, List.copyOf(made));
    }

    private static ReturnRequest content(
            RemunerationDraftsRequest request,
            RemunerationDraftsRequest.Target target,
            ReturnFields.Confirmed confirmed) {
        ReturnFields.Accident accident = confirmed.industrialAccident();
        ReturnFields.Estimated estimated = new ReturnFields.Estimated(
                new ReturnFields.Accident(accident.general(), accident.equipment(), accident.overseas(), null),
                confirmed.employment(),
                null);
        return new ReturnRequest(
                target.managementNo(),
                target.clientReference(),
                request.calculation().insuranceYear(),
                null,
                null,
                confirmed,
                null,
                estimated,
                null,
                request.paymentOrLumpSum(),
                null,
                null);
    }
}
