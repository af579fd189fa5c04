package kr.gosan.payment.testing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.crypto.AccountSeal;

/** Accounts as premium-service tells them. */
@Singleton
public final class TestAccounts {

    private final AccountSeal seal;

    TestAccounts(AccountSeal seal) {
        this.seal = seal;
    }

    /** Data of the event about a wish for instalments of 2022. */
    public String wish(
            WorkplaceNumber workplace, String purpose, String wish, int fromPeriod, String number, LocalDate filedOn) {
        UUID id = UUID.randomUUID();
        return data(
                workplace,
                id,
                purpose,
                "\"wish\":\"%s\",\"fromPeriod\":%d,".formatted(wish, fromPeriod),
                sealed(workplace, id, purpose, number),
                number,
                filedOn);
    }

    /** Data of the event about an account for refunds that a form names. */
    public String refund(WorkplaceNumber workplace, String number, LocalDate filedOn) {
        UUID id = UUID.randomUUID();
        return data(workplace, id, "REFUND", "", sealed(workplace, id, "REFUND", number), number, filedOn);
    }

    /** Data of the event about the account that a return names. */
    public String ofReturn(WorkplaceNumber workplace, UUID returnId, String number, LocalDate filedOn) {
        return data(
                workplace,
                returnId,
                "REFUND",
                "\"returnId\":\"%s\",".formatted(returnId),
                sealed(workplace, returnId, "REFUND", number),
                number,
                filedOn);
    }

    public String sealed(WorkplaceNumber workplace, UUID id, String purpose, String number) {
        return seal.seal(
                "{\"institution\":\"근로은행\",\"number\":\"%s\",\"holderName\":\"고산건설(주)\"}".formatted(number),
                workplace.digits() + " " + purpose + " " + id);
    }

    public String data(
            WorkplaceNumber workplace,
            UUID id,
            String purpose,
            String more,
            String sealed,
            String number,
            LocalDate filedOn) {
        return """
                {"registrationId":"%s","managementNo":"%s","insuranceYear":2022,"purpose":"%s",%s
                 "institution":"근로은행","masked":"***%s","sealed":"%s","holderKind":"CORPORATION","holderFits":true,
                 "filedOn":"%s","registeredOn":"%s"}""".formatted(
                        id,
                        workplace.digits(),
                        purpose,
                        more,
                        number.substring(number.length() - 3),
                        sealed,
                        filedOn,
                        filedOn.plusDays(1));
    }
}
