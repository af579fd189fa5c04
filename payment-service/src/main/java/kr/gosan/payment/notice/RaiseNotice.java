package kr.gosan.payment.notice;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.event.CloudEvent;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;

/**
 * Tells the employer, and the agency it has mandated, of what happened to its slips and its money. Whatever changes something
 * says so in an event; this follows those events, so that no change has to know whom to tell.
 */
@Singleton
public class RaiseNotice {

    private final EmployerNoticeStore store;
    private final WaitingEvents waiting;
    private final Workplaces workplaces;
    private final WorkplaceClock clock;
    private final Outbox outbox;

    RaiseNotice(
            EmployerNoticeStore store,
            WaitingEvents waiting,
            Workplaces workplaces,
            WorkplaceClock clock,
            Outbox outbox) {
        this.store = store;
        this.waiting = waiting;
        this.workplaces = workplaces;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * Does nothing where the event tells employers nothing, or is about money that is nobody's yet. Where the workplace is not
     * known here yet, the event waits until it is, see {@link #onKnown}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void on(CloudEvent event) {
        JsonNode data = event.data();
        Optional<NoticeKind> kind =
                NoticeKind.of(event.type(), data.hasNonNull("replaces"), data.hasNonNull("replacedBy"));
        if (kind.isEmpty()) {
            return;
        }
        // The key of money that is nobody's yet is the message that told of it.
        if (!data.hasNonNull("managementNo") && event.key().contains("-")) {
            return;
        }
        WorkplaceNumber workplace = WorkplaceNumber.of(event.key());
        workplaces
                .find(workplace)
                // Looked at again once nobody can make it known meanwhile.
                .or(() -> {
                    waiting.hold(workplace);
                    return workplaces.find(workplace);
                })
                .ifPresentOrElse(known -> raise(event, kind.get(), known), () -> waiting.add(event, workplace));
    }

    /** Raises what was told of a workplace before it became known here, in the order it was told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void onKnown(WorkplaceNumber workplace) {
        waiting.hold(workplace);
        waiting.take(workplace).forEach(this::on);
    }

    private void raise(CloudEvent event, NoticeKind kind, KnownWorkplace workplace) {
        JsonNode data = event.data();
        NoticeRaised notice = new NoticeRaised(
                store.newId(),
                workplace.managementNo(),
                kind,
                kind.textKey(text(data, "way").orElse(null)),
                event.id(),
                clock.today(workplace.managementNo()),
                recipients(workplace),
                text(data, "slipId").map(UUID::fromString).orElse(null),
                text(data, "ePaymentNo").orElse(null),
                text(data, "insurance").map(Insurance::valueOf).orElse(null),
                data.hasNonNull("period") ? data.path("period").asInt() : null,
                // What is debited is less than what is payable: the amount that moves comes first.
                Stream.of("amount", "payable", "toRefund", "total")
                        .filter(field -> data.path(field).isIntegralNumber())
                        .findFirst()
                        .map(field -> Won.of(data.path(field).asLong()))
                        .orElse(null),
                Stream.of(
                                "dueDate",
                                "reversedOn",
                                "paidOn",
                                "collectedOn",
                                "on",
                                "decidedOn",
                                "offsetOn",
                                "settledOn",
                                "resolvedOn")
                        .flatMap(field -> text(data, field).stream())
                        .findFirst()
                        .map(LocalDate::parse)
                        .orElse(null));
        store.keep(notice);
        outbox.publish(
                NoticeRaised.TYPE, workplace.managementNo().digits(), clock.now(workplace.managementNo()), notice);
    }

    private static List<NoticeRaised.Recipient> recipients(KnownWorkplace workplace) {
        List<NoticeRaised.Recipient> recipients = new ArrayList<>();
        recipients.add(new NoticeRaised.Recipient(workplace.ownerMemberId(), NoticeRaised.Role.EMPLOYER));
        if (workplace.agencyMemberId() != null) {
            recipients.add(new NoticeRaised.Recipient(workplace.agencyMemberId(), NoticeRaised.Role.AGENCY));
        }
        return recipients;
    }

    private static Optional<String> text(JsonNode data, String field) {
        return Optional.ofNullable(data.path(field).textValue());
    }
}
