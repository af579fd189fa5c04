package kr.gosan.premium.settlementaudit;

import kr.gosan.premium.amendment.CorrectionOutcome;
import kr.gosan.premium.settlementaudit.rules.AuditState;

/** What came of a step in an audit. */
sealed interface AuditOutcome {

    /** Done; the audit as it is now. */
    record Done(SettlementAudit audit) implements AuditOutcome {}

    /** The audit's state does not allow the step. */
    record NotNow(AuditState state) implements AuditOutcome {}

    /** Similar businesses decide only after more demands were refused. */
    record TooFewRefusals(int needed) implements AuditOutcome {}

    /** Data cannot have decided: it was refused. */
    record DataWasRefused() implements AuditOutcome {}

    /** The law of corrections of that day is not known, or the figures cannot be accepted. */
    record NotCorrected(CorrectionOutcome because) implements AuditOutcome {}

    record NotFound() implements AuditOutcome {}
}
