package kr.gosan.coverage.rule;

import java.util.List;
import kr.gosan.coverage.law.Terms;
import kr.gosan.kernel.law.LookUp;

/** What the law says to a report. */
public sealed interface Decision<T> {

    /** It is accepted with this outcome, by these legal figures. */
    record Accepted<T>(T outcome, Terms terms) implements Decision<T> {}

    /** It is refused, for all of these reasons. */
    record Refused<T>(List<Refusal> reasons) implements Decision<T> {}

    /** It cannot be judged: this legal figure is not known for that day. */
    record LawUnknown<T>(LookUp.Refused lookUp) implements Decision<T> {}
}
