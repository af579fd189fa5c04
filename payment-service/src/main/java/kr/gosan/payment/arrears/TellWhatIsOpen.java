package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.payment.arrears.ArrearsMessageStore.ToCollect;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.institution.ArrearsHandOver.Change;
import kr.gosan.payment.slip.DueDateExtensionStore;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Leaves word for the collector of what is open now on a debt that is his. What he collects, or takes back, he tells himself and
 * is not told.
 */
@Singleton
class TellWhatIsOpen {

    private final HistoryStore histories;
    private final SlipStore slips;
    private final DueDateExtensionStore extensions;
    private final ArrearsMessageStore messages;
    private final WorkplaceClock clock;

    TellWhatIsOpen(
            HistoryStore histories,
            SlipStore slips,
            DueDateExtensionStore extensions,
            ArrearsMessageStore messages,
            WorkplaceClock clock) {
        this.histories = histories;
        this.slips = slips;
        this.extensions = extensions;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is open, by the books, on a debt that is the collector's; empty when it is not. */
    Optional<ToCollect> toCollect(Debt debt) {
        return messages.isWithCollector(debt)
                ? Optional.of(ToCollect.of(histories.of(debt).orElseThrow()))
                : Optional.empty();
    }

    /** Tells what is open now, where that is not what it was. */
    @Transactional(Transactional.TxType.MANDATORY)
    void ifChanged(Debt debt, ToCollect before) {
        ToCollect now = ToCollect.of(histories.of(debt).orElseThrow());
        if (!now.equals(before)) {
            tell(slips.live(debt).orElseThrow(), now);
        }
    }

    /** Tells what is open now, and from which day late charges run. @param slip the one that counts */
    @Transactional(Transactional.TxType.MANDATORY)
    void now(Slip slip) {
        tell(slip, ToCollect.of(histories.of(slip.debt()).orElseThrow()));
    }

    private void tell(Slip slip, ToCollect now) {
        LocalDate chargedAfter = OpenDebt.Terms.of(
                        slip, extensions.of(slip.debt().managementNo()))
                .chargedAfter();
        messages.leave(
                UUID.randomUUID(),
                now.equals(ToCollect.NOTHING) ? Change.TAKEN_BACK : Change.REDUCED,
                slip,
                chargedAfter,
                now,
                clock.today(slip.debt().managementNo()));
    }
}
