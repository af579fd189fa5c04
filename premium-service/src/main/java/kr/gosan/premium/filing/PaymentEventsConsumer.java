package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.event.Inbox;
import kr.gosan.platform.event.PoisonEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what payment-service tells about the slips of our returns. Slip and payment may be told in either order. */
@Singleton
public class PaymentEventsConsumer {

    private static final String SLIP_ISSUED = "kr.gosan.payment.slip-issued.v1";
    private static final String SLIP_DUE_DATE_MOVED = "kr.gosan.payment.slip-due-date-moved.v1";
    private static final String SLIP_CANCELLED = "kr.gosan.payment.slip-cancelled.v1";
    private static final String PAYMENT_REVERSED = "kr.gosan.payment.payment-reversed.v1";
    private static final String PAYMENT_RECEIVED = "kr.gosan.payment.payment-received.v1";

    private static final Set<String> HEARD =
            Set.of(SLIP_ISSUED, SLIP_DUE_DATE_MOVED, SLIP_CANCELLED, PAYMENT_RECEIVED, PAYMENT_REVERSED);

    private final Inbox inbox;
    private final ObjectMapper mapper;
    private final PremiumReturnStore store;
    private final SlipStore slips;

    public PaymentEventsConsumer(Inbox inbox, ObjectMapper mapper, PremiumReturnStore store, SlipStore slips) {
        this.inbox = inbox;
        this.mapper = mapper;
        this.store = store;
        this.slips = slips;
    }

    /** What a slip is for. Only periods of returns concern a return here; older events name nothing else. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Subject(String debtKind) {

        boolean isPeriod() {
            return debtKind == null || debtKind.equals("PERIOD");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SlipCancelled(
            UUID slipId, UUID returnId, Insurance insurance, Integer period, String reason, UUID replacedBy) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PaymentReversed(
            String paymentId, UUID returnId, Insurance insurance, Integer period, LocalDate reversedOn) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SlipIssued(
            UUID slipId,
            String ePaymentNo,
            UUID returnId,
            Insurance insurance,
            Integer period,
            Won payable,
            LocalDate dueDate,
            Integer correctionNo,
            UUID replaces) {

        /** Whether it follows from the filing itself, and not from what changed since. */
        boolean isOriginal() {
            return correctionNo == null && replaces == null;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SlipDueDateMoved(UUID returnId, Insurance insurance, Integer period, LocalDate dueDate) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PaymentReceived(
            String paymentId,
            UUID returnId,
            Insurance insurance,
            Integer period,
            Won amount,
            Won autoDebitReduction,
            LocalDate paidOn,
            String channel) {

        Won settled() {
            return autoDebitReduction == null ? amount : amount.plus(autoDebitReduction);
        }
    }

    @Incoming("payment")
    @Blocking
    public void consume(String json) {
        inbox.once(json, event -> {
            if (!HEARD.contains(event.type())
                    || !event.data(mapper, Subject.class).isPeriod()) {
                return;
            }
            switch (event.type()) {
                case SLIP_ISSUED -> issued(event.data(mapper, SlipIssued.class));
                case SLIP_DUE_DATE_MOVED -> moved(event.data(mapper, SlipDueDateMoved.class));
                case SLIP_CANCELLED -> cancelled(event.data(mapper, SlipCancelled.class));
                case PAYMENT_RECEIVED -> received(event.data(mapper, PaymentReceived.class));
                case PAYMENT_REVERSED -> reversed(event.data(mapper, PaymentReversed.class));
                default -> {}
            }
        });
    }

    private void issued(SlipIssued event) {
        PremiumReturn filed = store.lock(event.returnId()).orElseThrow(() -> unknown(event.returnId()));
        SlipStore.Issued slip =
                new SlipStore.Issued(event.slipId(), event.ePaymentNo(), event.payable(), event.dueDate());
        if (!slips.issued(event.returnId(), event.insurance(), event.period(), slip)) {
            if (event.isOriginal()) {
                throw unknown(event.returnId());
            }
            slips.added(filed, event.insurance(), event.period(), slip);
        }
        if (!event.isOriginal()) {
            stands(filed);
        }
    }

    /** Another slip tells of itself; only where none takes its place nothing is payable any more. */
    private void cancelled(SlipCancelled event) {
        if (event.replacedBy() == null) {
            PremiumReturn filed = store.lock(event.returnId()).orElseThrow(() -> unknown(event.returnId()));
            slips.ended(event.returnId(), event.insurance(), event.period(), event.slipId(), event.reason());
            stands(filed);
        }
    }

    private void reversed(PaymentReversed event) {
        PremiumReturn filed = store.lock(event.returnId()).orElseThrow(() -> unknown(event.returnId()));
        if (!slips.exists(event.returnId(), event.insurance(), event.period())) {
            throw unknown(event.returnId());
        }
        slips.reversed(
                event.returnId(),
                filed.managementNo(),
                event.insurance(),
                event.period(),
                new SlipStore.Reversed(event.paymentId(), event.reversedOn()));
        stands(filed);
    }

    private void stands(PremiumReturn filed) {
        List<SlipView> all = slips.of(filed.id());
        PremiumReturn now = filed.standing(
                all.stream().allMatch(SlipView::isPaid),
                all.stream().anyMatch(slip -> slip.paid().isPositive()));
        if (now != filed) {
            store.put(now);
        }
    }

    private void moved(SlipDueDateMoved event) {
        if (!slips.moved(event.returnId(), event.insurance(), event.period(), event.dueDate())) {
            throw unknown(event.returnId());
        }
    }

    private void received(PaymentReceived event) {
        PremiumReturn paid = store.lock(event.returnId()).orElseThrow(() -> unknown(event.returnId()));
        if (!slips.exists(event.returnId(), event.insurance(), event.period())) {
            throw unknown(event.returnId());
        }
        boolean isNew = slips.paid(
                event.returnId(),
                paid.managementNo(),
                event.insurance(),
                event.period(),
                new SlipStore.Paid(event.paymentId(), event.settled(), event.paidOn(), event.channel()));
        if (isNew) {
            stands(paid);
        }
    }

    private static PoisonEvent unknown(UUID returnId) {
        return new PoisonEvent("nothing is payable there for return " + returnId);
    }
}
