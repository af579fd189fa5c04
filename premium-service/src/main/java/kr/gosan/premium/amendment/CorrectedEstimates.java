package kr.gosan.premium.amendment;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.amendment.rules.Figures;
import kr.gosan.premium.filing.EstimatesInForce;
import kr.gosan.premium.filing.ReturnRequest;

/** Tells the next year's return what of this one's estimate is in force. */
@Singleton
public class CorrectedEstimates implements EstimatesInForce {

    private final CorrectionStore corrections;

    public CorrectedEstimates(CorrectionStore corrections) {
        this.corrections = corrections;
    }

    @Override
    public Map<Fund, Won> of(UUID returnId) {
        Figures figures = corrections.inForce(returnId).orElseThrow().figures();
        Map<Fund, Won> estimates = new EnumMap<>(Fund.class);
        for (Fund fund : Fund.values()) {
            estimates.put(fund, figures.of(fund).estimated());
        }
        notBilled(returnId).forEach((fund, change) -> estimates.merge(fund, change, Won::minus));
        return estimates;
    }

    @Override
    public Optional<ReturnRequest> content(UUID returnId) {
        return corrections.inForce(returnId).map(InForce::content);
    }

    /** By fund, what corrections too small to be collected changed since the instalments were last divided. */
    private Map<Fund, Won> notBilled(UUID returnId) {
        Map<Fund, Won> changes = new EnumMap<>(Fund.class);
        for (Correction each : corrections.chain(returnId)) {
            each.effect()
                    .ifPresent(effect -> effect.adjustment()
                            .insurances()
                            .forEach(part -> part.lines().forEach(line -> {
                                if (part.smallAmount()) {
                                    changes.merge(
                                            line.fund(),
                                            line.estimatedAfter().minus(line.estimatedBefore()),
                                            Won::plus);
                                } else if (part.periods() != null) {
                                    changes.remove(line.fund());
                                }
                            })));
        }
        return changes;
    }
}
