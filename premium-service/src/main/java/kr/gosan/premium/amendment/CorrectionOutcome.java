package kr.gosan.premium.amendment;

import java.util.List;
import kr.gosan.premium.calculation.Violation;

/** What came of an attempt to correct a return, or to decide on a correction. */
public sealed interface CorrectionOutcome {

    /** Done; the correction as it is now. */
    record Done(Correction correction) implements CorrectionOutcome {}

    /** The law, or what is in force, stands against what the correction says. */
    record NotAcceptable(List<Violation> violations) implements CorrectionOutcome {

        static NotAcceptable because(String pointer, String code, Object... args) {
            return new NotAcceptable(List.of(new Violation(pointer, code, List.of(args))));
        }
    }

    /** Another correction came into force since the filer looked. */
    record FiguresChanged(int inForce) implements CorrectionOutcome {}

    /** An earlier correction of the return waits for its decision. */
    record Pending() implements CorrectionOutcome {}

    /** The plan notice of a settlement audit has been sent (보험료징수법 §19⑤). */
    record ClosedByAudit() implements CorrectionOutcome {}

    /** The surcharge of the late return is levied already. */
    record AlreadyLevied() implements CorrectionOutcome {}

    /** It was decided before. */
    record AlreadyDecided() implements CorrectionOutcome {}

    /** Who filed a correction does not accept it. */
    record DeciderIsFiler() implements CorrectionOutcome {}

    /** The member may not act for the workplace. */
    record NotGranted() implements CorrectionOutcome {}

    record NotFound() implements CorrectionOutcome {}
}
