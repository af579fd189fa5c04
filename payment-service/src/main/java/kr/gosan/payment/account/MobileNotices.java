package kr.gosan.payment.account;

import jakarta.inject.Singleton;
import java.util.Optional;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Debt;

/** Who gets instalments to a mobile phone (모바일 고지, form 10708), and may so pay them there: the second to the fourth only. */
@Singleton
public class MobileNotices {

    private final Accounts accounts;

    MobileNotices(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Whether the instalment is notified to a phone.
     *
     * @param estimateYear the year of the estimate
     * @param period 0 for a lump sum
     */
    public boolean isRegistered(WorkplaceNumber workplace, int estimateYear, int period) {
        return accounts.mobile(workplace, estimateYear, period).isPresent();
    }

    /** The phone the instalment is notified to. */
    public Optional<RegisteredAccount> of(Debt debt) {
        return accounts.mobile(debt.managementNo(), debt.insuranceYear() + 1, debt.period());
    }

    public boolean isRegistered(Debt debt) {
        return of(debt).isPresent();
    }
}
