package kr.gosan.payment.account;

import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployerKind;

/**
 * An account, a card or a phone as it may be shown; {@link Accounts#number} gives the number itself.
 *
 * @param registrationId the application, return or correction that names it
 * @param insuranceYear of debits and notices the year of the estimate
 * @param wish null for refunds
 * @param fromPeriod the first instalment the wish is for; 0 for refunds
 * @param institution bank or card company; null for a phone
 * @param masked the number, all but its last digits hidden
 * @param holderKind of a refund: a corporation is refunded to a corporate account only (보험료징수법 §23); null where it was not asked
 * @param holderFits whether the holder's name fits the employer's on record when it was registered
 */
public record RegisteredAccount(
        UUID registrationId,
        Purpose purpose,
        WorkplaceNumber managementNo,
        int insuranceYear,
        AccountRegistered.Wish wish,
        int fromPeriod,
        String institution,
        String masked,
        EmployerKind holderKind,
        boolean holderFits,
        LocalDate filedOn,
        LocalDate registeredOn) {

    public boolean isStart() {
        return wish == AccountRegistered.Wish.START;
    }
}
