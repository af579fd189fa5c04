package kr.gosan.coverage.filing;

import java.util.List;
import java.util.Set;
import kr.gosan.coverage.rule.Refusal;
import kr.gosan.coverage.rule.Warning;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.platform.receipt.Receipt;

/** What became of a report. */
public sealed interface Outcome {

    /** @param location where the effect can be read */
    record Accepted(Filing filing, Receipt receipt, Set<Warning> warnings, String location) implements Outcome {}

    /** A dry run of a report that would be accepted. Nothing is signed for it. */
    record WouldBeAccepted(Filing filing, Set<Warning> warnings) implements Outcome {}

    /** The member may not act for this workplace. */
    record NotGranted() implements Outcome {}

    /** There is no such thing at this workplace. */
    record NotFound() implements Outcome {}

    /** The member's certificate stands for another business. */
    record NotCertified() implements Outcome {}

    /** @param code of the problem; the reasons name the fields */
    record Refused(String code, List<Refusal> reasons) implements Outcome {}

    /** The law of that day is not known here. */
    record LawUnknown(LookUp.Refused lookUp) implements Outcome {}
}
