package kr.gosan.premium.filing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/** Knows the estimate of a filed return as it is in force: as filed, or as it was corrected since. */
public interface EstimatesInForce {

    /** For every fund; zero where nothing is estimated. */
    Map<Fund, Won> of(UUID returnId);

    /** The whole return as it is in force; a refund account in it may be masked. Empty for a draft. */
    Optional<ReturnRequest> content(UUID returnId);
}
