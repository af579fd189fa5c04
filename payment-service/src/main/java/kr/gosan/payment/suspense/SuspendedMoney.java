package kr.gosan.payment.suspense;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.SuspendedCollections;
import kr.gosan.payment.banknotice.NoticeStore;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.Notice;

/** Money that came and could be used for nothing. What is said here never changes. */
sealed interface SuspendedMoney {

    UUID id();

    Won amount();

    LocalDate paidOn();

    /** What it was paid for, under which it stands in the books; empty where it is nobody's. */
    Optional<Debt> debt();

    /** Whose it is; empty where nobody knows. */
    Optional<WorkplaceNumber> workplace();

    /** Empty where it is for no insurance, or for both. */
    Optional<Insurance> insurance();

    /** What no slip could take. */
    record OfBank(NoticeStore.Kept kept, Optional<Debt> debt) implements SuspendedMoney {

        Notice notice() {
            return (Notice) kept.message();
        }

        @Override
        public UUID id() {
            return kept.noticeId();
        }

        @Override
        public Won amount() {
            return notice().amount();
        }

        @Override
        public LocalDate paidOn() {
            return notice().paidOn();
        }

        @Override
        public Optional<WorkplaceNumber> workplace() {
            return debt.map(Debt::managementNo);
        }

        @Override
        public Optional<Insurance> insurance() {
            return debt.map(Debt::insurance);
        }
    }

    /** What a collection of arrears left. */
    record OfCollector(SuspendedCollections.Left left) implements SuspendedMoney {

        @Override
        public UUID id() {
            return left.collectionId();
        }

        @Override
        public Won amount() {
            return left.amount();
        }

        @Override
        public LocalDate paidOn() {
            return left.collectedOn();
        }

        @Override
        public Optional<Debt> debt() {
            return left.debt();
        }

        @Override
        public Optional<WorkplaceNumber> workplace() {
            return left.known() ? Optional.of(left.managementNo()) : Optional.empty();
        }

        @Override
        public Optional<Insurance> insurance() {
            return left.insurance();
        }
    }
}
