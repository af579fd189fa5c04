package kr.gosan.premium.filing;

import java.util.List;
import java.util.UUID;
import kr.gosan.premium.calculation.Violation;

/** What came of an attempt to draft, change or file a return. */
public sealed interface ReturnOutcome {

    /** Done; the return as it is now. */
    record Done(PremiumReturn changed) implements ReturnOutcome {}

    /** The law or the workplace stands against what the return says. */
    record NotAcceptable(List<Violation> violations) implements ReturnOutcome {}

    /** The workplace has filed for that year, with the existing return; a correction is another filing. */
    record AlreadyFiled(UUID existing) implements ReturnOutcome {}

    /** What is filed is neither edited nor filed again. */
    record NotADraft() implements ReturnOutcome {}

    /** Somebody else changed the draft in the meantime. */
    record VersionChanged() implements ReturnOutcome {}

    /** The member may not act for the workplace. */
    record NotGranted() implements ReturnOutcome {}

    record NotFound() implements ReturnOutcome {}
}
