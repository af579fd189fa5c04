package kr.gosan.payment.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployerKind;

/**
 * Data of the event {@code kr.gosan.premium.account-registered.v1}.
 *
 * @param registrationId the application, return or correction that names it
 * @param returnId the return it is about; null for what was applied for
 * @param insuranceYear of debits and notices the year of the estimate, of a return its own, else the year it was filed in
 * @param wish null for refunds
 * @param fromPeriod the first instalment the wish is for, 2 to 4; null for refunds
 * @param institution bank or card company; null for a phone
 * @param masked the number as it may be shown
 * @param sealed JSON of {@link AccountNumber}, sealed for {@link #boundTo()}
 * @param holderKind null where it was not asked
 * @param holderFits whether the holder's name fits the employer's on record
 * @param filedOn the day it was asked for: of two wishes about one instalment the later one holds
 * @param registeredOn the day it was approved, or named by the return
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AccountRegistered(
        UUID registrationId,
        UUID returnId,
        WorkplaceNumber managementNo,
        Integer insuranceYear,
        Purpose purpose,
        Wish wish,
        Integer fromPeriod,
        String institution,
        String masked,
        String sealed,
        EmployerKind holderKind,
        Boolean holderFits,
        LocalDate filedOn,
        LocalDate registeredOn) {

    /** Whether something begins or ends. */
    public enum Wish {
        START,
        STOP
    }

    public AccountRegistered {
        Objects.requireNonNull(registrationId, "registrationId");
        Objects.requireNonNull(managementNo, "managementNo");
        Objects.requireNonNull(insuranceYear, "insuranceYear");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(masked, "masked");
        Objects.requireNonNull(sealed, "sealed");
        Objects.requireNonNull(filedOn, "filedOn");
        Objects.requireNonNull(registeredOn, "registeredOn");
        if (purpose != Purpose.REFUND) {
            Objects.requireNonNull(wish, "wish");
            Objects.requireNonNull(fromPeriod, "fromPeriod");
        }
        holderFits = Boolean.TRUE.equals(holderFits);
    }

    /** What the number was sealed for. */
    String boundTo() {
        return managementNo.digits() + " " + purpose + " " + registrationId;
    }
}
