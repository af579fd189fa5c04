package kr.gosan.premium.amendment;

import java.time.Instant;
import java.time.LocalDate;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.premium.amendment.rules.AmendmentLaw;
import kr.gosan.premium.filing.PremiumReturn;

/**
 * A filed return that nobody else may correct until this transaction ends, with everything a correction is held against.
 *
 * @param now the time it is for the workplace
 * @param law the law of corrections on that day
 */
public record ReturnToCorrect(
        PremiumReturn filed,
        FiledFigures original,
        InForce inForce,
        KnownWorkplace workplace,
        Instant now,
        AmendmentLaw law) {

    LocalDate today() {
        return KoreanTime.dateOf(now);
    }
}
