package kr.gosan.payment.banknotice;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.account.MobileNotices;
import kr.gosan.payment.arrears.HoldSlip;
import kr.gosan.payment.channel.Attempt;
import kr.gosan.payment.channel.Attempt.Circumstances;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.payment.virtualaccount.VirtualAccounts;
import kr.gosan.platform.workplace.WorkplaceClock;

/** Which slip a payment is for, and what else its way of payment has to know of it. */
@Singleton
class SlipOfNotice {

    private final SlipStore slips;
    private final HoldSlip hold;
    private final NoticeStore notices;
    private final VirtualAccounts accounts;
    private final MobileNotices mobileNotices;
    private final WorkplaceClock clock;

    SlipOfNotice(
            SlipStore slips,
            HoldSlip hold,
            NoticeStore notices,
            VirtualAccounts accounts,
            MobileNotices mobileNotices,
            WorkplaceClock clock) {
        this.slips = slips;
        this.hold = hold;
        this.notices = notices;
        this.accounts = accounts;
        this.mobileNotices = mobileNotices;
        this.clock = clock;
    }

    /** The slip, held until the transaction ends; empty when the number is nobody's. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Slip> lock(Notice notice) {
        return notice.ePaymentNo() == null
                ? accounts.find(notice.virtualAccountNo()).flatMap(account -> hold.toPay(account.slipId()))
                : hold.toPay(notice.ePaymentNo());
    }

    /** As {@link #lock}, to look only; one of the two numbers is null. */
    Optional<Slip> find(EPaymentNumber ePaymentNo, String virtualAccountNo) {
        return ePaymentNo == null
                ? accounts.find(virtualAccountNo).flatMap(account -> slips.find(account.slipId()))
                : slips.find(ePaymentNo);
    }

    /** @param debitRun this service itself ordered the payment */
    Attempt attempt(Slip slip, Notice notice, boolean debitRun) {
        return attempt(slip, notice, debitRun, Won.ZERO);
    }

    /**
     * @param debitRun this service itself ordered the payment
     * @param reduction what is not to be paid, because of it
     */
    Attempt attempt(Slip slip, Notice notice, boolean debitRun, Won reduction) {
        return new Attempt(
                notice.channel(),
                slip.figures().payable().minus(reduction),
                notice.amount(),
                // The fee of a debit was told with its order; what the institution says of it is compared, not asked
                // for again.
                debitRun ? Optional.empty() : notice.fee(),
                instalment(slip),
                slip.lastDay(),
                notice.paidAt(),
                new Circumstances(
                        notice.transfer(),
                        notice.channel() == Channel.VIRTUAL_ACCOUNT
                                && notices.virtualAccountUsed(slip.slipId(), notice.virtualAccountNo()),
                        notice.channel() == Channel.MOBILE && mobileNotices.isRegistered(slip.debt()),
                        debitRun));
    }

    /** The e-payment number of the slip that counts for the debt of a cancelled one. */
    Optional<String> replacing(Slip cancelled) {
        return slips.live(cancelled.debt())
                .filter(live -> live.state() != SlipState.CANCELLED)
                .map(live -> live.ePaymentNo().toString());
    }

    /**
     * The day no message may be dated after. In the sandbox a workplace may live ahead of the system, and behind it while
     * its bank does not.
     */
    LocalDate today(Optional<Slip> slip) {
        LocalDate system = KoreanTime.dateOf(clock.systemNow());
        return slip.map(s -> clock.today(s.debt().managementNo()))
                .filter(system::isBefore)
                .orElse(system);
    }

    static int instalment(Slip slip) {
        return slip.debt().kind() == DebtKind.PERIOD ? slip.debt().period() : 0;
    }
}
