package kr.gosan.premium.amendment.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;

/** The law of corrections as it stands on the day one is filed or decided. */
public record AmendmentLaw(Map<AmendmentTerm, AppliedParameter> terms) {

    public AmendmentLaw {
        terms = Collections.unmodifiableMap(new EnumMap<>(terms));
    }

    /** Either every term, or each look-up that had no answer. */
    public sealed interface Answer {

        record Known(AmendmentLaw law) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    public static Answer on(LocalDate day, LawBook book) {
        Map<AmendmentTerm, AppliedParameter> terms = new EnumMap<>(AmendmentTerm.class);
        List<LookUp.Refused> refusals = new ArrayList<>();
        for (AmendmentTerm term : AmendmentTerm.values()) {
            switch (book.on(term.parameterId(), day)) {
                case LookUp.Found found -> terms.put(term, found.parameter());
                case LookUp.Refused refused -> refusals.add(refused);
            }
        }
        return refusals.isEmpty() ? new Answer.Known(new AmendmentLaw(terms)) : new Answer.Unknown(refusals);
    }

    public AppliedParameter the(AmendmentTerm term) {
        return terms.get(term);
    }
}
