package kr.gosan.premium.amendment.rules;

import java.time.LocalDate;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.platform.law.LawFiles;

/** The shipped law of corrections. */
final class TestLaw {

    static final LawBook BOOK = LawFiles.read(TestLaw.class.getClassLoader());

    private TestLaw() {}

    static AmendmentLaw on(String day) {
        return ((AmendmentLaw.Answer.Known) AmendmentLaw.on(LocalDate.parse(day), BOOK)).law();
    }
}
