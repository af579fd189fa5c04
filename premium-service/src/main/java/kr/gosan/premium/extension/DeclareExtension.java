package kr.gosan.premium.extension;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.deadline.Extension;

/**
 * Declares an extension of due dates: row, event and audit row in the caller's transaction. It takes effect at once and is
 * not withdrawn: who relied on it keeps it. A longer one may follow; the latest day wins.
 */
@Singleton
public class DeclareExtension {

    private final DeadlineExtensions store;
    private final Workplaces workplaces;
    private final WorkplaceClock clock;
    private final Outbox outbox;
    private final Audit audit;

    public DeclareExtension(
            DeadlineExtensions store, Workplaces workplaces, WorkplaceClock clock, Outbox outbox, Audit audit) {
        this.store = store;
        this.workplaces = workplaces;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Declared(Extension extension) implements Outcome {}

        record NotAcceptable(List<Violation> violations) implements Outcome {}
    }

    /** Runs inside a transaction. */
    Outcome declare(String operatorId, ExtensionRequest request) {
        Extension extension = request.extension(store.newId());
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < extension.managementNos().size(); i++) {
            if (workplaces.find(extension.managementNos().get(i)).isEmpty()) {
                violations.add(new Violation("/managementNos/" + i, "workplace-unknown", List.of()));
            }
        }
        if (!isCovered(extension)) {
            violations.add(new Violation("/extendedTo", "calendar-not-covered", List.of()));
        }
        if (!violations.isEmpty()) {
            return new Outcome.NotAcceptable(violations);
        }
        put(operatorId, extension, Optional.empty(), clock.systemNow());
        return new Outcome.Declared(extension);
    }

    /** A day the holiday table does not reach would leave every deadline it moves without an answer. */
    static boolean isCovered(Extension extension) {
        return BusinessCalendar.korea().covers(extension.extendedTo().plusMonths(1));
    }

    /** Grants an application for an extension of one due date; runs inside a transaction. */
    public void grant(String operatorId, WorkplaceNumber workplace, Granted granted) {
        // Extensions count due dates as the calendar has them; who applies may name the day of the law.
        LocalDate dueDate = BusinessCalendar.korea().extended(granted.dueDate());
        Extension extension = new Extension(
                store.newId(),
                Extension.Scope.WORKPLACES,
                List.of(),
                List.of(workplace),
                dueDate,
                dueDate,
                granted.extendedTo(),
                granted.reason(),
                "행정절차법 §16①",
                true);
        put(operatorId, extension, Optional.of(granted.applicationId()), clock.now(workplace));
    }

    /** What was applied for and granted. */
    public record Granted(UUID applicationId, LocalDate dueDate, LocalDate extendedTo, String reason) {}

    private void put(String operatorId, Extension extension, Optional<UUID> application, Instant now) {
        store.add(extension, application, operatorId, now);
        outbox.publish(DeadlineExtended.TYPE, extension.id().toString(), now, DeadlineExtended.of(extension));
        audit.record(operatorId, "deadline-extended", null, extension.id().toString());
    }
}
