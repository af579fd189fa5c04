package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.time.LocalDate;
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
    private static final String PAYMENT_RECEIVED = "kr.gosan.payment.payment-received.v1";

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

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SlipIssued(
            UUID slipId,
            String ePaymentNo,
            UUID returnId,
            Insurance insurance,
            Integer period,
            Won payable,
            LocalDate dueDate) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SlipDueDateMoved(UUID returnId, Insurance insurance, Integer period, LocalDate dueDate) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PaymentReceived(
            String paymentId,
            UUID returnId,
            Insurance insurance,
            Integer period,
            Won amount,
            LocalDate paidOn,
            String channel) {}

    @Incoming("payment")
    @Blocking
    public void consume(String json) {
        inbox.once(json, event -> {
            switch (event.type()) {
                case SLIP_ISSUED -> issued(event.data(mapper, SlipIssued.class));
                case SLIP_DUE_DATE_MOVED -> moved(event.data(mapper, SlipDueDateMoved.class));
                case PAYMENT_RECEIVED -> received(event.data(mapper, PaymentReceived.class));
                default -> {}
            }
        });
    }

    private void issued(SlipIssued event) {
        store.lock(event.returnId()).orElseThrow(() -> unknown(event.returnId()));
        boolean expected = slips.issued(
                event.returnId(),
                event.insurance(),
                event.period(),
                new SlipStore.Issued(event.slipId(), event.ePaymentNo(), event.payable(), event.dueDate()));
        if (!expected) {
            throw unknown(event.returnId());
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
                new SlipStore.Paid(event.paymentId(), event.amount(), event.paidOn(), event.channel()));
        if (isNew) {
            boolean inFull = slips.of(event.returnId()).stream().allMatch(SlipView::isPaid);
            store.put(paid.paid(inFull));
        }
    }

    private static PoisonEvent unknown(UUID returnId) {
        return new PoisonEvent("nothing is payable there for return " + returnId);
    }
}
