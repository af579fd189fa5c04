package kr.gosan.payment.institution;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;

/** The file in which an institution tells, after the day, everything it did for the agency on it. */
public interface Statement {

    /**
     * @param day in Seoul, by the time of the movement and not of the notice
     * @return nothing when the institution could not be asked
     * @throws InstitutionFault when it answers what nobody signed: a defect
     */
    Optional<Told> of(Institution institution, LocalDate day);

    /**
     * What a file says.
     *
     * @param unreadable lines that cannot be read, each named by its transaction or, where even that is missing, by its place
     *     ({@code line 3}, the first is 1): what is not among the movements may stand there
     */
    record Told(List<Movement> movements, List<String> unreadable) {

        public Told {
            movements = List.copyOf(movements);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** What moved. */
    enum Kind {
        /** A payer paid; told by a notice too. */
        PAYMENT,
        /** A payment was taken back; told by a notice too. */
        REVERSAL,
        /** Debited by an order of the agency. */
        DEBIT,
        /** Charged by an order of the agency. */
        CHARGE,
        /** Sent by an order of the agency. */
        TRANSFER,
        /** A transfer that came back. */
        TRANSFER_RETURNED
    }

    /**
     * One movement.
     *
     * @param transactionId the institution's own number, as the notice or the answer named it; unique in an institution
     * @param ePaymentNo under which the payer paid; missing when there was none
     * @param virtualAccountNo to which was paid; missing when there was none
     * @param requestId of the agency's order; missing when a payer paid
     * @param reverses the transaction a reversal takes back, or a returned transfer's own; missing otherwise
     * @param amount without the fee, positive
     * @param fee what the payer bore on top; zero or more
     * @param channel missing for transfers
     */
    record Movement(
            String transactionId,
            Kind kind,
            Optional<String> ePaymentNo,
            Optional<String> virtualAccountNo,
            Optional<UUID> requestId,
            Optional<String> reverses,
            Won amount,
            Won fee,
            Optional<Channel> channel,
            OffsetDateTime at) {}
}
