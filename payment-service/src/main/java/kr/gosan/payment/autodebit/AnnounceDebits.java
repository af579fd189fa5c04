package kr.gosan.payment.autodebit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.account.Accounts;
import kr.gosan.payment.account.MobileNotices;
import kr.gosan.payment.account.RegisteredAccount;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.jboss.logging.Logger;

/**
 * Announces coming debits (자동이체 출금 안내), once for each slip and due date, some days ahead; a slip that took the place of another
 * is announced anew, for its amount is another, and so is one whose due date moved.
 */
@Singleton
public class AnnounceDebits {

    private static final Logger LOG = Logger.getLogger(AnnounceDebits.class);
    private static final String DAYS = "auto-debit.announcement-days";
    private static final int PAGE = 200;

    private final DebitRunStore runs;
    private final SlipStore slips;
    private final Accounts accounts;
    private final MobileNotices mobile;
    private final Outbox outbox;
    private final LawBook law;
    private final WorkplaceClock clock;

    AnnounceDebits(
            DebitRunStore runs,
            SlipStore slips,
            Accounts accounts,
            MobileNotices mobile,
            Outbox outbox,
            LawBook law,
            WorkplaceClock clock) {
        this.runs = runs;
        this.slips = slips;
        this.accounts = accounts;
        this.mobile = mobile;
        this.outbox = outbox;
        this.law = law;
        this.clock = clock;
    }

    /**
     * Announces every debit whose time has come; how many. Where it is another day for a workplace than for the system, that
     * day counts.
     *
     * @param first the first due date that is looked at, inclusive
     * @param last the last one, inclusive
     */
    public int announce(LocalDate first, LocalDate last) {
        int announced = 0;
        UUID after = null;
        while (true) {
            UUID from = after;
            List<DebitRunStore.Debitable> page =
                    QuarkusTransaction.requiringNew().call(() -> runs.unannounced(first, last, from, PAGE));
            if (page.isEmpty()) {
                return announced;
            }
            for (DebitRunStore.Debitable each : page) {
                try {
                    announced += QuarkusTransaction.requiringNew().call(() -> announce(each)) ? 1 : 0;
                } catch (RuntimeException e) {
                    // The others are announced all the same; this one is looked at again by the next round.
                    LOG.errorf(e, "the debit of slip %s was not announced", each.slipId());
                }
            }
            after = page.getLast().slipId();
        }
    }

    private boolean announce(DebitRunStore.Debitable each) {
        // Held, so that what is announced is not replaced at the same instant.
        Slip slip = slips.lockSlip(each.slipId()).orElseThrow();
        WorkplaceNumber workplace = each.managementNo();
        LocalDate today = clock.today(workplace);
        DebitTerms terms = new DebitTerms(law, slip.dueDate());
        if (slip.state() != SlipState.ISSUED
                || !isTime(today, slip.dueDate())
                || terms.unknown().isPresent()) {
            return false;
        }
        RegisteredAccount from = accounts.debit(
                        workplace, each.insuranceYear() + 1, slip.debt().period())
                .orElse(null);
        Won reduction = terms.reduction(slip.figures());
        Won amount = slip.figures().payable().minus(reduction);
        if (from == null || !amount.isPositive() || !runs.announce(each, slip.dueDate(), today)) {
            return false;
        }
        outbox.publish(
                DebitEvents.ANNOUNCED,
                workplace.digits(),
                clock.now(workplace),
                DebitEvents.Announced.of(
                        slip,
                        reduction,
                        terms.fee(SendDebit.channel(from.purpose()), amount),
                        from,
                        mobile.of(slip.debt()).map(RegisteredAccount::masked).orElse(null)));
        return true;
    }

    /** From some days before the due date until the day before it. */
    private boolean isTime(LocalDate today, LocalDate dueDate) {
        return law.on(DAYS, dueDate) instanceof LookUp.Found(AppliedParameter days)
                && !today.isBefore(dueDate.minusDays(days.whole()))
                && today.isBefore(dueDate);
    }
}
