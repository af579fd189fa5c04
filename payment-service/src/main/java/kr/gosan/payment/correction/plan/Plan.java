package kr.gosan.payment.correction.plan;

import java.util.List;
import java.util.stream.Stream;
import kr.gosan.payment.book.Posting;

/** What follows from a correction, or from the next year's return, for slips and ledger. Both or neither. */
public record Plan(List<SlipChange> slips, List<Posting> postings) {

    public Plan {
        slips = List.copyOf(slips);
        postings = List.copyOf(postings);
    }

    public Plan and(Plan other) {
        return new Plan(
                Stream.concat(slips.stream(), other.slips.stream()).toList(),
                Stream.concat(postings.stream(), other.postings.stream()).toList());
    }
}
