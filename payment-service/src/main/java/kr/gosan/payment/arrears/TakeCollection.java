package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.arrears.CollectionAnswer.Outcome;
import kr.gosan.payment.arrears.CollectionAnswer.PaidItem;
import kr.gosan.payment.arrears.charge.CollectedMoney;
import kr.gosan.payment.arrears.order.CollectionOrder.Division;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;

/**
 * Takes what the National Health Insurance Service says it has collected, or takes back. Every notice has one outcome and leaves
 * a trace; notice, books and event commit together.
 */
@Singleton
public class TakeCollection {

    private final CollectionStore notices;
    private final CollectArrears collect;
    private final AccrueLateCharges lateCharges;
    private final InsuranceLock lock;
    private final OpenItems openItems;
    private final Workplaces workplaces;
    private final LedgerStore ledger;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;

    TakeCollection(
            CollectionStore notices,
            CollectArrears collect,
            AccrueLateCharges lateCharges,
            InsuranceLock lock,
            OpenItems openItems,
            Workplaces workplaces,
            LedgerStore ledger,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock) {
        this.notices = notices;
        this.collect = collect;
        this.lateCharges = lateCharges;
        this.lock = lock;
        this.openItems = openItems;
        this.workplaces = workplaces;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the collector is answered. */
    sealed interface Answer {

        record Taken(CollectionAnswer answer) implements Answer {}

        /** The number is known with other content. */
        record Conflicting() implements Answer {}

        /** There is no such collection to take back, or it was taken back under another number. */
        record NotReversible() implements Answer {}

        /** What it paid was refunded, offset or corrected since: operators settle it. */
        record MoneySpent() implements Answer {}

        /** It is dated on a day that has not come. */
        record DatedAhead() implements Answer {}
    }

    @Transactional
    Answer collected(String collector, CollectionNotice notice) {
        notices.lock(notice.nhisTransactionId());
        Optional<CollectionStore.Kept> first = notices.first(notice.nhisTransactionId());
        UUID id = UUID.randomUUID();
        if (first.isPresent()) {
            boolean same = first.get().notice() != null && sameMoney(first.get().notice(), notice);
            notices.keep(id, notice, same ? "DUPLICATE" : "CONFLICTING_DUPLICATE", clock.systemNow());
            return same ? repeated(first.get()) : new Answer.Conflicting();
        }
        if (notice.collectedOn().isAfter(today(notice.managementNo()))) {
            notices.keep(id, notice, "DATED_AHEAD", clock.systemNow());
            return new Answer.DatedAhead();
        }
        boolean known = workplaces.find(notice.managementNo()).isPresent();
        Outcome outcome = known ? Outcome.ACCEPTED : Outcome.UNKNOWN_WORKPLACE;
        notices.keep(id, notice, outcome.name(), clock.systemNow());
        audit.record(collector, "payment.arrears-collection." + outcome, notice.managementNo(), id.toString());
        Division division = known
                ? collect.of(new CollectArrears.Money(
                        notice.managementNo(),
                        Optional.ofNullable(notice.insurance()),
                        notice.amount(),
                        notice.cost(),
                        notice.collectedOn(),
                        id))
                : new Division(List.of(), notice.amount());
        List<PaidItem> items = division.shares().stream().map(PaidItem::of).toList();
        Insurance suspendedIn = suspend(notice, id, division);
        notices.keepShares(id, notice.managementNo(), items, suspendedIn, division.rest());
        if (known) {
            publish(
                    CollectionEvents.COLLECTED,
                    notice.managementNo(),
                    new CollectionEvents.Collected(
                            id,
                            notice.nhisTransactionId(),
                            notice.managementNo(),
                            notice.amount(),
                            notice.collectedOn(),
                            items,
                            division.rest()));
        }
        return new Answer.Taken(new CollectionAnswer(id, outcome, items, division.rest()));
    }

    /** As for a bank: in the sandbox a workplace may live ahead of the system, and behind it while its collector does not. */
    private LocalDate today(WorkplaceNumber workplace) {
        LocalDate system = KoreanTime.dateOf(clock.systemNow());
        LocalDate own = clock.today(workplace);
        return own.isAfter(system) ? own : system;
    }

    private static boolean sameMoney(CollectionNotice first, CollectionNotice again) {
        return first.equals(new CollectionNotice(
                again.nhisTransactionId(),
                again.managementNo(),
                again.insurance(),
                again.amount(),
                again.cost(),
                again.collectedOn()));
    }

    /** Books what nothing was open for, on a debt of the workplace where it has one; returns the insurance it stands under. */
    private Insurance suspend(CollectionNotice notice, UUID id, Division division) {
        Insurance preferred = Optional.ofNullable(notice.insurance()).orElse(Insurance.IA);
        if (division.rest().isZero()) {
            return preferred;
        }
        Optional<Debt> debt = openItems.owing(notice.managementNo()).stream()
                .map(owing -> owing.history().debt())
                .filter(each -> each.kind() != DebtKind.FINE)
                .filter(each -> notice.insurance() == null || each.insurance() == notice.insurance())
                .findFirst();
        Posting.Draft draft = new Posting.Draft().move(Account.CASH, null, Account.SUSPENSE, null, division.rest());
        ledger.book(new Posting(
                Posting.Kind.MONEY_SUSPENDED,
                debt,
                Optional.empty(),
                Optional.of(id),
                notice.collectedOn(),
                draft.entries()));
        return debt.map(Debt::insurance).orElse(preferred);
    }

    private Answer repeated(CollectionStore.Kept first) {
        List<PaidItem> items = new ArrayList<>();
        Won rest = Won.ZERO;
        for (CollectionStore.Line line : notices.shares(first.collectionId())) {
            if (line.item() == null) {
                rest = rest.plus(line.amount());
            } else {
                items.add(line.item());
            }
        }
        return new Answer.Taken(
                new CollectionAnswer(first.collectionId(), Outcome.valueOf(first.outcome()), items, rest));
    }

    /** Makes what a collection paid owed again, as of the day of the collection: as if it had never come. */
    @Transactional
    Answer reversed(String collector, ReversalNotice notice) {
        // In one order, whichever of two takes back the other.
        Stream.of(notice.reverses(), notice.nhisTransactionId()).sorted().forEach(notices::lock);
        Optional<CollectionStore.Kept> first = notices.first(notice.nhisTransactionId());
        UUID id = UUID.randomUUID();
        if (first.isPresent()) {
            boolean same = notice.reverses().equals(first.get().reverses())
                    && notice.reversedOn().equals(first.get().on());
            notices.keep(id, notice, same ? "DUPLICATE" : "CONFLICTING_DUPLICATE", clock.systemNow());
            return same ? repeated(first.get()) : new Answer.Conflicting();
        }
        Optional<CollectionStore.Kept> original =
                notices.first(notice.reverses()).filter(kept -> kept.notice() != null);
        boolean done = notices.isReversed(notice.reverses());
        if (original.isEmpty() || done) {
            notices.keep(id, notice, done ? "ALREADY_REVERSED" : "UNKNOWN_TRANSACTION", clock.systemNow());
            return new Answer.NotReversible();
        }
        WorkplaceNumber workplace = original.get().notice().managementNo();
        if (notice.reversedOn().isAfter(today(workplace))) {
            notices.keep(id, notice, "DATED_AHEAD", clock.systemNow());
            return new Answer.DatedAhead();
        }
        // Before it is looked at what became of the money: refunds and collections wait.
        lock.hold(workplace);
        if (notices.isSpent(original.get().collectionId())) {
            notices.keep(id, notice, "MONEY_SPENT", clock.systemNow());
            return new Answer.MoneySpent();
        }
        notices.keep(id, notice, Outcome.REVERSAL.name(), clock.systemNow());
        return new Answer.Taken(takeBack(collector, id, original.get()));
    }

    private CollectionAnswer takeBack(String collector, UUID id, CollectionStore.Kept original) {
        WorkplaceNumber workplace = original.notice().managementNo();
        LocalDate on = original.on();
        audit.record(collector, "payment.arrears-collection.REVERSAL", workplace, id.toString());
        List<PaidItem> items = new ArrayList<>();
        Won rest = Won.ZERO;
        Insurance suspendedIn = Insurance.IA;
        Map<Debt, Posting.Draft> drafts = new LinkedHashMap<>();
        for (CollectionStore.Line line : notices.shares(original.collectionId())) {
            if (line.item() == null) {
                rest = rest.plus(line.amount());
                suspendedIn = line.suspendedIn();
                continue;
            }
            PaidItem item = line.item();
            items.add(item);
            Posting.Draft draft =
                    drafts.computeIfAbsent(CollectionStore.debt(workplace, item), debt -> new Posting.Draft());
            CollectedMoney.takeBack(draft, item.item(), item.fund(), item.amount());
        }
        Optional<Debt> restOn = notices.debtOfRest(original.collectionId());
        if (rest.isPositive() && restOn.isPresent()) {
            drafts.computeIfAbsent(restOn.get(), debt -> new Posting.Draft())
                    .move(Account.SUSPENSE, null, Account.CASH, null, rest);
        }
        drafts.forEach((debt, draft) -> {
            ledger.book(Posting.of(Posting.Kind.PAYMENT_REVERSED, debt, id, on, draft));
            lateCharges.on(debt, id, on);
        });
        if (rest.isPositive() && restOn.isEmpty()) {
            ledger.book(new Posting(
                    Posting.Kind.PAYMENT_REVERSED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(id),
                    on,
                    new Posting.Draft()
                            .move(Account.SUSPENSE, null, Account.CASH, null, rest)
                            .entries()));
        }
        notices.keepShares(id, workplace, items, suspendedIn, rest);
        publish(
                CollectionEvents.REVERSED,
                workplace,
                new CollectionEvents.Reversed(id, original.collectionId(), workplace, on, items, rest));
        return new CollectionAnswer(id, Outcome.REVERSAL, items, rest);
    }

    private void publish(String type, WorkplaceNumber workplace, Object data) {
        outbox.publish(type, workplace.digits(), clock.now(workplace), data);
    }
}
