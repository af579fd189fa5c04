package kr.gosan.premium.application;

import java.util.List;
import kr.gosan.premium.calculation.Violation;

/** What came of an attempt to file, decide or withdraw an application. */
public sealed interface ApplicationOutcome {

    /** Done; the application as it is now. */
    record Done(Application changed) implements ApplicationOutcome {}

    /** It cannot even be taken in: a field that law or workplace stand against. */
    record NotAcceptable(List<Violation> violations) implements ApplicationOutcome {}

    /** Another of the same form and year is still undecided. */
    record Pending() implements ApplicationOutcome {}

    /** The same was approved already, and is so once only. */
    record AlreadyApproved() implements ApplicationOutcome {}

    /** It was decided or withdrawn before. */
    record AlreadyClosed() implements ApplicationOutcome {}

    /** An application whose conditions are not met cannot be approved. */
    record ConditionsNotMet(StoredAssessment assessment) implements ApplicationOutcome {}

    /** The member may not act for the workplace. */
    record NotGranted() implements ApplicationOutcome {}

    record NotFound() implements ApplicationOutcome {}
}
