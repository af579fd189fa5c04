package kr.gosan.coverage.law;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;

/** The legal figures that a decision needs, as they apply on one day. */
public final class Terms {

    /** Either all figures, or the first look-up that had no answer. */
    public sealed interface Answer {

        record Known(Terms terms) implements Answer {}

        record Unknown(LookUp.Refused lookUp) implements Answer {}
    }

    private final Map<Term, AppliedParameter> values = new EnumMap<>(Term.class);

    private Terms() {}

    public static Answer on(LawBook law, LocalDate day, Term... needed) {
        Terms terms = new Terms();
        for (Term term : needed) {
            switch (law.on(term.id(), day)) {
                case LookUp.Found found -> terms.values.put(term, found.parameter());
                case LookUp.Refused refused -> {
                    return new Answer.Unknown(refused);
                }
            }
        }
        return new Answer.Known(terms);
    }

    /** The figure of a term that was asked for; anything else is a bug and throws. */
    public int of(Term term) {
        return values.get(term).whole();
    }

    /** What was applied, for the filing to keep. */
    public List<AppliedParameter> applied() {
        return List.copyOf(values.values());
    }
}
