package kr.gosan.coverage;

import java.util.List;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.json.InvalidRequest;

/** How many items a page of a list has. */
public final class PageSize {

    private static final int USUAL = 50;
    private static final int LARGEST = 200;

    private PageSize() {}

    /** @param limit from 1 to 200, inclusive; null is 50; anything else throws {@link InvalidRequest} */
    public static int of(Integer limit) {
        if (limit == null) {
            return USUAL;
        }
        if (limit < 1 || limit > LARGEST) {
            throw new InvalidRequest(List.of(new FieldError("limit", "limit-out-of-range", List.of(LARGEST))));
        }
        return limit;
    }
}
