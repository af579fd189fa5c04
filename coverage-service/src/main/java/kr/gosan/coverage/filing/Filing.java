package kr.gosan.coverage.filing;

import java.util.UUID;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * A report as it was accepted, with what was decided on it: the document that its receipt's hash is made over. A resident
 * number in it is masked in its JSON form.
 */
public interface Filing {

    /** Null in a dry run. */
    UUID filingId();

    WorkplaceNumber managementNo();

    Timeliness timeliness();

    /** The client's own name for the report; may be null. */
    String clientReference();
}
