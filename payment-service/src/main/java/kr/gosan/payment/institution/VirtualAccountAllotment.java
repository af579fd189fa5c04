package kr.gosan.payment.institution;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks a bank for numbers of virtual accounts that lead to the agency. */
public interface VirtualAccountAllotment {

    /**
     * A block of account numbers nobody else has; nothing when the bank could not be asked.
     *
     * @param requestId names the order for ever: the same id gets the same block
     * @param bank {@link Institution#BANK_WOORI} or {@link Institution#BANK_HANA}
     * @param count from 1 to 1,000
     */
    Optional<List<String>> allot(UUID requestId, Institution bank, int count);
}
