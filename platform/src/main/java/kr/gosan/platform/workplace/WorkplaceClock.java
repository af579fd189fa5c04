package kr.gosan.platform.workplace;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.GosanConfig;

/**
 * The only one to ask what time it is. In production it answers with the system's time; in the sandbox a workplace may
 * live on another day.
 */
@Singleton
public class WorkplaceClock {

    private final Workplaces workplaces;
    private final boolean sandbox;
    private final Clock system = Clock.system(KoreanTime.SEOUL);

    public WorkplaceClock(Workplaces workplaces, GosanConfig config) {
        this.workplaces = workplaces;
        this.sandbox = config.sandbox();
    }

    /** The time where no workplace is concerned: challenges, tokens, technical records. */
    public Instant systemNow() {
        return system.instant();
    }

    /** The time for a workplace: its sandbox day at the present time of day, or simply now. */
    public Instant now(WorkplaceNumber workplace) {
        Instant now = system.instant();
        if (!sandbox) {
            return now;
        }
        return workplaces
                .sandboxToday(workplace)
                .map(day -> day.atTime(now.atZone(KoreanTime.SEOUL).toLocalTime())
                        .atZone(KoreanTime.SEOUL)
                        .toInstant())
                .orElse(now);
    }

    public LocalDate today(WorkplaceNumber workplace) {
        return KoreanTime.dateOf(now(workplace));
    }
}
