package kr.gosan.kernel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Business dates and times are those of Seoul. */
public final class KoreanTime {

    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private KoreanTime() {}

    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(SEOUL).toLocalDate();
    }

    public static OffsetDateTime timeOf(Instant instant) {
        return instant.atZone(SEOUL).toOffsetDateTime();
    }
}
