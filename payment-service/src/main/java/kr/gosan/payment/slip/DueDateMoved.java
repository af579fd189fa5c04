package kr.gosan.payment.slip;

import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;

/** A slip's due date was just moved to a later day, in the transaction that goes on: whoever acts on due dates hears of it. */
public record DueDateMoved(UUID slipId, WorkplaceNumber managementNo, Insurance insurance) {}
