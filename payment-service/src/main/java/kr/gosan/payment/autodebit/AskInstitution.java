package kr.gosan.payment.autodebit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.account.AccountNumber;
import kr.gosan.payment.account.Accounts;
import kr.gosan.payment.account.Purpose;
import kr.gosan.payment.account.RegisteredAccount;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.institution.BankAccount;
import kr.gosan.payment.institution.CardCharge;
import kr.gosan.payment.institution.DirectDebit;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.InstitutionFault;
import kr.gosan.payment.institution.Statement;
import kr.gosan.payment.slip.SlipStore;
import org.jboss.logging.Logger;

/** Tells bank or card network of an order, as often as it takes, always in the same words; no transaction is open meanwhile. */
@Singleton
class AskInstitution {

    private static final Logger LOG = Logger.getLogger(AskInstitution.class);

    private final DirectDebit debits;
    private final CardCharge charges;
    private final Statement statements;
    private final Accounts accounts;
    private final SlipStore slips;

    AskInstitution(DirectDebit debits, CardCharge charges, Statement statements, Accounts accounts, SlipStore slips) {
        this.debits = debits;
        this.charges = charges;
        this.statements = statements;
        this.accounts = accounts;
        this.slips = slips;
    }

    /** What is known of an order that was sent. */
    sealed interface Told {

        record Debited(String transactionId, OffsetDateTime at) implements Told {}

        record Refused(String reason) implements Told {}

        /** It was asked and was silent. */
        record Unanswered() implements Told {}

        /** It could not be asked, or its file does not tell. */
        record Unknown() implements Told {}
    }

    private record Words(RegisteredAccount from, AccountNumber number, Slip slip) {}

    static Institution institution(Purpose purpose) {
        return purpose == Purpose.DEBIT_CARD ? Institution.CARD : Institution.GIRO;
    }

    /** Says it, for the first time or again. A broken answer is none: the order stays open and is asked about again. */
    Told tell(DebitOrder order) {
        DebitOrder.Message message = order.message().orElseThrow();
        Words words = QuarkusTransaction.requiringNew().call(() -> {
            RegisteredAccount from =
                    accounts.find(message.registrationId(), message.purpose()).orElseThrow();
            return new Words(
                    from, accounts.number(from), slips.find(order.slipId()).orElseThrow());
        });
        try {
            return message.purpose() == Purpose.DEBIT_CARD
                    ? charge(order, message, words)
                    : debit(order, message, words);
        } catch (InstitutionFault fault) {
            LOG.errorf("debit %s: %s", order.requestId(), fault.getMessage());
            return new Told.Unanswered();
        }
    }

    private Told debit(DebitOrder order, DebitOrder.Message message, Words words) {
        DirectDebit.Answer answer = debits.debit(new DirectDebit.Order(
                order.requestId(),
                new BankAccount(
                        words.number().institution(),
                        words.number().number(),
                        words.number().holderName()),
                message.amount(),
                words.slip().ePaymentNo().toString(),
                at(message)));
        return switch (answer) {
            case DirectDebit.Answer.Debited it -> new Told.Debited(it.transactionId(), it.at());
            case DirectDebit.Answer.Refused it -> new Told.Refused(it.reason().name());
            case DirectDebit.Answer.Unanswered it -> new Told.Unanswered();
        };
    }

    private Told charge(DebitOrder order, DebitOrder.Message message, Words words) {
        CardCharge.Answer answer = charges.charge(new CardCharge.Order(
                order.requestId(),
                words.number().number(),
                message.amount(),
                message.fee(),
                words.slip().ePaymentNo().toString(),
                at(message)));
        return switch (answer) {
            case CardCharge.Answer.Approved it -> new Told.Debited(it.approvalNo(), it.at());
            case CardCharge.Answer.Declined it -> new Told.Refused(it.reason().name());
            case CardCharge.Answer.Unanswered it -> new Told.Unanswered();
        };
    }

    /**
     * Looks an order up in the daily file of the day it was sent, which is there once the day is over: what is not in it was not
     * debited. As long as the file has lines that cannot be read, it may stand in one of them, and nobody knows.
     *
     * @param files those that were fetched already
     */
    Told lookUp(DebitOrder order, Map<File, Optional<Statement.Told>> files) {
        DebitOrder.Message message = order.message().orElseThrow();
        File file = new File(institution(message.purpose()), KoreanTime.dateOf(message.orderedAt()));
        return files.computeIfAbsent(file, this::fetch)
                .map(told -> told.movements().stream()
                        .filter(movement -> movement.requestId()
                                .filter(order.requestId()::equals)
                                .isPresent())
                        .findFirst()
                        .<Told>map(movement -> new Told.Debited(movement.transactionId(), movement.at()))
                        .orElseGet(
                                () -> told.unreadable().isEmpty() ? new Told.Refused(NOT_DEBITED) : new Told.Unknown()))
                .orElseGet(Told.Unknown::new);
    }

    static final String NOT_DEBITED = "NOT_DEBITED";

    record File(Institution institution, LocalDate day) {}

    private Optional<Statement.Told> fetch(File file) {
        try {
            return statements.of(file.institution(), file.day());
        } catch (InstitutionFault fault) {
            LOG.errorf("file of %s for %s: %s", file.institution(), file.day(), fault.getMessage());
            return Optional.empty();
        }
    }

    private static OffsetDateTime at(DebitOrder.Message message) {
        return message.orderedAt().atZone(KoreanTime.SEOUL).toOffsetDateTime();
    }
}
