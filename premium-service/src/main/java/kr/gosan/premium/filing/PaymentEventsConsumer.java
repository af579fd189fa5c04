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
import kr.gosan.platform.event.CloudEvent;
import kr.gosan.platform.event.Inbox;
import kr.gosan.platform.event.PoisonEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what payment-service tells about the slips of our returns. Slip and payment may be told in either order. */
@Singleton
public class PaymentEventsConsumer {

    private static final String SLIP_ISSUED = "kr.gosan.payment.slip-issued.v1";
    private static final String SLIP_DUE_DATE_MOVED = "kr.gosan.payment.slip-due-date-moved.v1";
    private static final String SLIP_CANCELLED = "kr.gosan.payment.slip-cancelled.v1";
    private static final String SMALL_AMOUNT_DROPPED = "kr.gosan.payment.small-amount-dropped.v1";
    private static final String PAYMENT_REVERSED = "kr.gosan.payment.payment-reversed.v1";
    private static final String PAYMENT_RECEIVED = "kr.gosan.payment.payment-received.v1";

    /** Half of all events, and nothing to this service. */
    private static final String NOTICE_RAISED = "kr.gosan.payment.notice-raised.v1";

    private static final Set<String> OF_SLIPS =
            Set.of(SLIP_ISSUED, SLIP_DUE_DATE_MOVED, SLIP_CANCELLED, PAYMENT_RECEIVED, PAYMENT_REVERSED);

    private final Inbox inbox;
    private final ObjectMapper mapper;
    private final PremiumReturnStore store;
    private final SlipStore slips;
    private final FollowArrears followArrears;

    public PaymentEventsConsumer(
            Inbox inbox, ObjectMapper mapper, PremiumReturnStore store, SlipStore slips, FollowArrears followArrears) {
        this.inbox = inbox;
        this.mapper = mapper;
        this.store = store;
        this.slips = slips;
        this.followArrears = followArrears;
    }

    /** What a slip is for; older events name nothing but a return's period. Charges and fines concern no return. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Subject(String debtKind, UUID originId, UUID returnId, Insurance insurance, Integer period) {

        boolean isOfReturn() {
            return debtKind == null || debtKind.equals("PERIOD") || debtKind.equals("CORRECTION");
        }

        SlipKey key() {
            return new SlipKey("CORRECTION".equals(debtKind) ? originId : returnId, insurance, period);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SlipCancelled(UUID slipId, String reason, UUID replacedBy, List<SlipFigures.Row> funds) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PaymentReversed(String paymentId, LocalDate reversedOn) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SlipIssued(
            UUID slipId,
            String ePaymentNo,
            Won payable,
            LocalDate dueDate,
            Integer correctionNo,
            UUID replaces,
            List<SlipFigures.Row> funds) {

        /** Whether it follows from the filing itself, and not from what changed since. */
        boolean isOriginal() {
            return correctionNo == null && replaces == null;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SlipDueDateMoved(LocalDate dueDate) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SmallAmountDropped(UUID returnId, Insurance insurance, List<Integer> periods) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PaymentReceived(String paymentId, Won amount, Won autoDebitReduction, LocalDate paidOn, String channel) {

        Won settled() {
            return autoDebitReduction == null ? amount : amount.plus(autoDebitReduction);
        }
    }

    @Incoming("payment")
    @Blocking
    public void consume(String json) {
        inbox.once(json, type -> !type.equals(NOTICE_RAISED), event -> {
            if (OF_SLIPS.contains(event.type())) {
                ofSlip(event);
            } else if (event.type().equals(SMALL_AMOUNT_DROPPED)) {
                dropped(event.data(mapper, SmallAmountDropped.class));
            } else {
                followArrears.on(event).forEach(returnId -> stands(returnOf(returnId)));
            }
        });
    }

    private void ofSlip(CloudEvent event) {
        Subject subject = event.data(mapper, Subject.class);
        if (!subject.isOfReturn()) {
            return;
        }
        PremiumReturn filed = returnOf(subject.returnId());
        SlipKey key = subject.key();
        switch (event.type()) {
            case SLIP_ISSUED -> issued(filed, key, event.data(mapper, SlipIssued.class));
            case SLIP_DUE_DATE_MOVED -> moved(filed, key, event.data(mapper, SlipDueDateMoved.class));
            case SLIP_CANCELLED -> cancelled(filed, key, event.data(mapper, SlipCancelled.class));
            case PAYMENT_RECEIVED -> received(filed, key, event.data(mapper, PaymentReceived.class));
            default -> reversed(filed, key, event.data(mapper, PaymentReversed.class));
        }
    }

    private PremiumReturn returnOf(UUID returnId) {
        return store.lock(returnId).orElseThrow(() -> unknown(returnId));
    }

    private void issued(PremiumReturn filed, SlipKey key, SlipIssued event) {
        SlipStore.Issued slip = new SlipStore.Issued(
                event.slipId(), event.ePaymentNo(), event.payable(), event.dueDate(), event.funds());
        if (!slips.issued(key, slip)) {
            if (event.isOriginal() && key.originId().equals(filed.id())) {
                throw unknown(filed.id());
            }
            slips.added(filed, key, slip);
        }
        if (!event.isOriginal() || !key.originId().equals(filed.id())) {
            stands(filed);
        }
    }

    /** Another slip tells of itself; only where none takes its place nothing is payable any more. */
    private void cancelled(PremiumReturn filed, SlipKey key, SlipCancelled event) {
        if (event.replacedBy() == null) {
            slips.ended(key, event.slipId(), event.reason(), event.funds());
            stands(filed);
        }
    }

    private void dropped(SmallAmountDropped event) {
        PremiumReturn filed = returnOf(event.returnId());
        for (int period : event.periods()) {
            if (!slips.dropped(new SlipKey(filed.id(), event.insurance(), period))) {
                throw unknown(filed.id());
            }
        }
        stands(filed);
    }

    private void reversed(PremiumReturn filed, SlipKey key, PaymentReversed event) {
        known(filed, key);
        slips.reversed(key, filed.managementNo(), new SlipStore.Reversed(event.paymentId(), event.reversedOn()));
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

    private void moved(PremiumReturn filed, SlipKey key, SlipDueDateMoved event) {
        if (!slips.moved(key, event.dueDate())) {
            throw unknown(filed.id());
        }
    }

    private void received(PremiumReturn filed, SlipKey key, PaymentReceived event) {
        known(filed, key);
        SlipStore.Paid payment =
                new SlipStore.Paid(event.paymentId(), event.settled(), event.paidOn(), event.channel());
        if (slips.paid(key, filed.managementNo(), payment)) {
            stands(filed);
        }
    }

    private void known(PremiumReturn filed, SlipKey key) {
        if (!slips.exists(key)) {
            throw unknown(filed.id());
        }
    }

    static PoisonEvent unknown(UUID returnId) {
        return new PoisonEvent("nothing is payable there for return " + returnId);
    }
}
