package kr.gosan.payment.charge.rules;

import java.time.LocalDate;
import java.util.List;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;

/**
 * 과태료 (보험료징수법 §50, 시행령 별표): an amount for the first time, a higher one for the second and from the third on, by the
 * law of the day of the violation.
 *
 * @param count which time it is, from 1
 */
public record FineAmount(int count, Won amount, TraceLine trace) {

    private static final List<String> TIERS = List.of("first", "second", "third");
    private static final String MAXIMUM = "fine.maximum";

    /** Either the amount or every look-up that had no answer. */
    public sealed interface Answer {

        record Known(FineAmount fine) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    /** @param earlier fines for the same kind of violation in the books, not cancelled; zero or more */
    public static Answer of(Violation violation, LocalDate violatedOn, int earlier, LawBook book) {
        String tier = violation.tiers() + TIERS.get(Math.min(earlier, TIERS.size() - 1));
        Terms law = Terms.from(book).on(violatedOn, tier, MAXIMUM);
        if (!law.areKnown()) {
            return new Answer.Unknown(law.refusals());
        }
        Won amount = law.the(tier).won().min(law.the(MAXIMUM).won());
        return new Answer.Known(new FineAmount(
                earlier + 1,
                amount,
                Step.of("fine", "보험료징수법 §50")
                        .in("violation", violation.name())
                        .in("violatedOn", violatedOn.toString())
                        .in("earlier", Integer.toString(earlier))
                        .using(law.parameters())
                        .gives("time " + (earlier + 1) + ": " + amount, amount)));
    }
}
