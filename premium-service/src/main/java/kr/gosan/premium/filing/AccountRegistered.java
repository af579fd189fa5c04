package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployerKind;

/**
 * Data of the event {@code kr.gosan.premium.account-registered.v1}: an account, a card or a phone that payment-service pays
 * to, debits or notifies. The number is sealed; whoever has not the key sees its last digits only.
 *
 * @param registrationId the application, return or correction that names it
 * @param returnId the return it is about; null for what was applied for
 * @param insuranceYear of debits and notices the year of the estimate, of a return its own, else the year it was filed in
 * @param wish of debits and notices START or STOP; null for refunds
 * @param fromPeriod the first instalment the wish is for, 2 to 4: decided here, for deadlines are known here; null for refunds
 * @param institution bank or card company; null for a phone
 * @param masked the number as it may be shown
 * @param sealed base64: institution, number and holderName as JSON, sealed for "managementNo purpose registrationId"
 * @param holderKind null where it was not asked
 * @param holderFits whether the holder's name fits the employer's on record
 * @param filedOn the day it was asked for: of two wishes about one instalment the later one holds
 * @param registeredOn the day it was approved, or named by the return
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountRegistered(
        UUID registrationId,
        UUID returnId,
        WorkplaceNumber managementNo,
        int insuranceYear,
        Purpose purpose,
        String wish,
        Integer fromPeriod,
        String institution,
        String masked,
        String sealed,
        EmployerKind holderKind,
        boolean holderFits,
        LocalDate filedOn,
        LocalDate registeredOn) {

    public static final String TYPE = "kr.gosan.premium.account-registered.v1";

    /** What it is registered for. */
    public enum Purpose {
        REFUND,
        DEBIT_ACCOUNT,
        DEBIT_CARD,
        MOBILE_NOTICE
    }
}
