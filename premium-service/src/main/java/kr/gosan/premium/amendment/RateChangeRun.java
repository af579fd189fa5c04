package kr.gosan.premium.amendment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How far the estimates have been looked at again after a rate changed.
 *
 * @param checked returns looked at
 * @param adjusted of these, with another estimate now
 * @param skipped of these, left for a decision by hand: reduced or settled before, not to be computed with the law
 *     known, or failed
 */
public record RateChangeRun(
        UUID id,
        String parameterId,
        LocalDate changedOn,
        long checked,
        long adjusted,
        long skipped,
        boolean finished) {}
