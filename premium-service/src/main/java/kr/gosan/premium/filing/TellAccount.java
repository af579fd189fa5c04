package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.platform.crypto.AccountSeal;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.Workplaces;

/** Tells payment-service of an account, a card or a phone, sealed, in the transaction that makes it hold. */
@Singleton
public class TellAccount {

    private final AccountSeal seal;
    private final AccountHolder holder;
    private final Workplaces workplaces;
    private final Outbox outbox;
    private final ObjectMapper mapper;

    public TellAccount(
            AccountSeal seal, AccountHolder holder, Workplaces workplaces, Outbox outbox, ObjectMapper mapper) {
        this.seal = seal;
        this.holder = holder;
        this.workplaces = workplaces;
        this.outbox = outbox;
        this.mapper = mapper;
    }

    /**
     * What names the account: an application, a return or a correction.
     *
     * @param returnId null for an application
     * @param filedOn the day it was asked for
     * @param registeredOn the day it was approved
     */
    public record Registration(
            UUID id,
            UUID returnId,
            WorkplaceNumber managementNo,
            int insuranceYear,
            LocalDate filedOn,
            LocalDate registeredOn) {}

    /** What begins or ends, and from which instalment on. */
    public record Instalments(String wish, int fromPeriod) {}

    /** What is sealed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Secret(String institution, String number, String holderName) {}

    /** Where a refund goes. */
    public void refund(Registration by, Instant now, ReturnFields.RefundAccount account) {
        tell(AccountRegistered.Purpose.REFUND, by, now, null, account);
    }

    /** What instalments are debited from. */
    public void debit(Registration by, Instant now, Instalments wish, ReturnFields.RefundAccount account) {
        tell(AccountRegistered.Purpose.DEBIT_ACCOUNT, by, now, wish, account);
    }

    /** The card instalments are charged to. */
    public void card(
            Registration by, Instant now, Instalments wish, String issuer, String cardNo, String masked, String name) {
        publish(
                AccountRegistered.Purpose.DEBIT_CARD,
                by,
                now,
                wish,
                new Secret(issuer, cardNo, name),
                masked,
                new Holder(null, name));
    }

    /** The phone instalments are notified to. */
    public void phone(Registration by, Instant now, Instalments wish, String phone, String masked) {
        publish(
                AccountRegistered.Purpose.MOBILE_NOTICE,
                by,
                now,
                wish,
                new Secret(null, phone, null),
                masked,
                new Holder(null, null));
    }

    private record Holder(EmployerKind kind, String name) {}

    private void tell(
            AccountRegistered.Purpose purpose,
            Registration by,
            Instant now,
            Instalments wish,
            ReturnFields.RefundAccount account) {
        publish(
                purpose,
                by,
                now,
                wish,
                new Secret(account.bank(), account.accountNo(), account.holderName()),
                account.masked().accountNo(),
                new Holder(account.holderKind(), account.holderName()));
    }

    private void publish(
            AccountRegistered.Purpose purpose,
            Registration by,
            Instant now,
            Instalments wish,
            Secret secret,
            String masked,
            Holder who) {
        boolean fits = who.name() != null
                && workplaces
                        .find(by.managementNo())
                        .filter(known -> holder.isOnRecord(who.name(), known))
                        .isPresent();
        outbox.publish(
                AccountRegistered.TYPE,
                by.managementNo().digits(),
                now,
                new AccountRegistered(
                        by.id(),
                        by.returnId(),
                        by.managementNo(),
                        by.insuranceYear(),
                        purpose,
                        wish == null ? null : wish.wish(),
                        wish == null ? null : wish.fromPeriod(),
                        secret.institution(),
                        masked,
                        seal.seal(json(secret), by.managementNo().digits() + " " + purpose + " " + by.id()),
                        who.kind(),
                        fits,
                        by.filedOn(),
                        by.registeredOn()));
    }

    private String json(Secret secret) {
        try {
            return mapper.writeValueAsString(secret);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an account cannot be written");
        }
    }
}
