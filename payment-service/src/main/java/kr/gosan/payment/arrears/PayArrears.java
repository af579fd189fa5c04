package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.CollectionAnswer.PaidItem;
import kr.gosan.payment.arrears.order.CollectionOrder.Division;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Pays arrears with money that is here already, as of the day it was paid, in the order of 보험료징수법 §26의2. The collector did
 * not collect it and is told what is left to collect.
 */
@Singleton
public class PayArrears {

    private final CollectArrears collect;
    private final CollectionStore collections;
    private final SlipStore slips;
    private final TellWhatIsOpen tellWhatIsOpen;
    private final Outbox outbox;
    private final WorkplaceClock clock;

    PayArrears(
            CollectArrears collect,
            CollectionStore collections,
            SlipStore slips,
            TellWhatIsOpen tellWhatIsOpen,
            Outbox outbox,
            WorkplaceClock clock) {
        this.collect = collect;
        this.collections = collections;
        this.slips = slips;
        this.tellWhatIsOpen = tellWhatIsOpen;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Books what the money pays and tells of it.
     *
     * @param decisionId books once
     * @param insurance empty for money that is for both
     * @param on the day it was paid
     * @return what nothing was open for: the caller rolls back where there may be none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Won of(UUID decisionId, WorkplaceNumber workplace, Optional<Insurance> insurance, Won amount, LocalDate on) {
        Division division =
                collect.of(new CollectArrears.Money(workplace, insurance, amount, Won.ZERO, on, decisionId));
        List<PaidItem> items = division.shares().stream().map(PaidItem::of).toList();
        collections.keep(
                decisionId,
                new CollectionNotice(decisionId.toString(), workplace, insurance.orElse(null), amount, Won.ZERO, on),
                "FROM_SUSPENSE",
                clock.systemNow());
        collections.keepShares(decisionId, workplace, items, null, Won.ZERO);
        outbox.publish(
                CollectionEvents.COLLECTED,
                workplace.digits(),
                clock.now(workplace),
                new CollectionEvents.Collected(
                        decisionId, decisionId.toString(), workplace, amount, on, items, division.rest()));
        division.shares().stream()
                .map(share -> share.item().debt())
                .distinct()
                .forEach(debt -> tellWhatIsOpen.now(slips.live(debt).orElseThrow()));
        return division.rest();
    }
}
