package kr.gosan.payment.institution;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;

/** Fetches daily files and reads them. */
@Singleton
class StatementOverHttp implements Statement {

    private final SignedCalls calls;

    StatementOverHttp(SignedCalls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<List<Movement>> of(Institution institution, LocalDate day) {
        return calls.fetch(institution, "statements/" + day).map(file -> movements(institution, day, file));
    }

    private static List<Movement> movements(Institution institution, LocalDate day, JsonNode file) {
        Answers head = new Answers(institution, file);
        if (!head.text("institution").equals(institution.id())
                || !head.text("day").equals(day.toString())
                || !file.path("movements").isArray()) {
            throw new InstitutionFault(institution, "a file of something else");
        }
        List<Movement> movements = new ArrayList<>();
        file.path("movements").forEach(line -> movements.add(movement(new Answers(institution, line))));
        return List.copyOf(movements);
    }

    private static Movement movement(Answers line) {
        return new Movement(
                line.text("transactionId"),
                line.one("kind", Kind.class),
                textIfAny(line, "ePaymentNo"),
                textIfAny(line, "virtualAccountNo"),
                textIfAny(line, "requestId").map(UUID::fromString),
                textIfAny(line, "reverses"),
                Won.of(line.number("amount")),
                Won.of(line.number("fee")),
                line.node().hasNonNull("channel") ? Optional.of(line.one("channel", Channel.class)) : Optional.empty(),
                line.time("at"));
    }

    private static Optional<String> textIfAny(Answers line, String name) {
        return line.node().hasNonNull(name) ? Optional.of(line.text(name)) : Optional.empty();
    }
}
