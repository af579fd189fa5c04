package kr.gosan.payment.autodebit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.institution.Statement;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.jboss.logging.Logger;

/**
 * The run of automatic debits for a due date (분할납부 보험료 자동이체). A pass plans an order for every slip that is to be
 * debited, sends what is planned, and asks again where no answer came. Every step commits by itself, so a pass may be cut
 * off anywhere and repeated as often as one likes, by two instances at once: an order has one request id for ever, and the
 * institution carries out a request once.
 */
@Singleton
public class RunDebits {

    private static final Logger LOG = Logger.getLogger(RunDebits.class);
    private static final int PAGE = 500;

    /** So often silent in a row: the institution is away, and the next pass goes on. */
    private static final int AWAY = 10;

    private final DebitRunStore runs;
    private final DebitOrderStore orders;
    private final SendDebit sendDebit;
    private final AskInstitution institution;
    private final TakeDebitAnswer takeAnswer;
    private final SlipStore slips;
    private final LawBook law;
    private final WorkplaceClock clock;

    RunDebits(
            DebitRunStore runs,
            DebitOrderStore orders,
            SendDebit sendDebit,
            AskInstitution institution,
            TakeDebitAnswer takeAnswer,
            SlipStore slips,
            LawBook law,
            WorkplaceClock clock) {
        this.runs = runs;
        this.orders = orders;
        this.sendDebit = sendDebit;
        this.institution = institution;
        this.takeAnswer = takeAnswer;
        this.slips = slips;
        this.law = law;
        this.clock = clock;
    }

    /** What is missing in the law for the due date; then a pass does nothing. */
    public Optional<LookUp.Refused> unknown(LocalDate dueDate) {
        return new DebitTerms(law, dueDate).unknown();
    }

    /** One pass over the run of a due date, which was started before. Outside any transaction. */
    public void pass(LocalDate dueDate) {
        if (unknown(dueDate).isPresent()) {
            LOG.warnf("nothing is debited for %s: %s", dueDate, unknown(dueDate).get());
            return;
        }
        // A slip that took the place of a skipped one is planned in the next round.
        int unanswered = 0;
        Set<UUID> failed = new HashSet<>();
        boolean more = true;
        while (more && unanswered < AWAY) {
            plan(dueDate);
            more = false;
            SendDebit.Next next;
            while (unanswered < AWAY && !((next = sendDebit.next(dueDate, failed)) instanceof SendDebit.Next.None)) {
                more = true;
                if (next instanceof SendDebit.Next.Ready(DebitOrder order)) {
                    unanswered = isSilent(order, () -> institution.tell(order)) ? unanswered + 1 : 0;
                }
            }
        }
        askAgain(dueDate);
    }

    /** Writes the orders of all slips that are to be debited on the day and have none; how many. */
    int plan(LocalDate dueDate) {
        int planned = 0;
        UUID after = null;
        while (true) {
            UUID from = after;
            List<DebitRunStore.Debitable> page =
                    QuarkusTransaction.requiringNew().call(() -> runs.debitable(dueDate, from, PAGE));
            if (page.isEmpty()) {
                return planned;
            }
            planned += QuarkusTransaction.requiringNew()
                    .call(() -> Math.toIntExact(page.stream()
                            // In the sandbox it is not the same day for every workplace.
                            .filter(slip -> clock.today(slip.managementNo()).equals(dueDate))
                            .filter(slip ->
                                    orders.plan(dueDate, slip.slipId(), slip.managementNo(), slip.insuranceYear()))
                            .count()));
            after = page.getLast().slipId();
        }
    }

    private void askAgain(LocalDate dueDate) {
        Map<AskInstitution.File, Optional<Statement.Told>> files = new HashMap<>();
        UUID after = null;
        int unanswered = 0;
        while (unanswered < AWAY) {
            UUID from = after;
            List<DebitOrder> page = QuarkusTransaction.requiringNew().call(() -> orders.sent(dueDate, from, PAGE));
            if (page.isEmpty()) {
                return;
            }
            for (DebitOrder order : page) {
                if (unanswered >= AWAY) {
                    return;
                }
                unanswered = isSilent(order, () -> again(order, files)) ? unanswered + 1 : 0;
            }
            after = page.getLast().requestId();
        }
    }

    /** Whether the institution did not answer. What cannot be asked or booked stays open and keeps nobody else waiting. */
    private boolean isSilent(DebitOrder order, Supplier<AskInstitution.Told> ask) {
        try {
            AskInstitution.Told told = ask.get();
            takeAnswer.take(order.requestId(), told);
            return told instanceof AskInstitution.Told.Unanswered;
        } catch (RuntimeException e) {
            LOG.errorf(e, "debit %s cannot be asked about, or its answer not be booked", order.requestId());
            return false;
        }
    }

    /**
     * On its day an order is said again, for that is harmless: it is the same request. But not when the slip was settled
     * another way, for the first time may never have arrived; then, and when the day is over, the institution's daily file tells.
     */
    private AskInstitution.Told again(DebitOrder order, Map<AskInstitution.File, Optional<Statement.Told>> files) {
        LocalDate sentOn = KoreanTime.dateOf(order.message().orElseThrow().orderedAt());
        boolean dayOver = QuarkusTransaction.requiringNew()
                .call(() -> clock.today(order.managementNo()).isAfter(sentOn));
        if (dayOver) {
            return institution.lookUp(order, files);
        }
        boolean payable = QuarkusTransaction.requiringNew()
                .call(() -> slips.find(order.slipId()).map(Slip::state).orElseThrow() == SlipState.ISSUED);
        return payable ? institution.tell(order) : new AskInstitution.Told.Unknown();
    }
}
