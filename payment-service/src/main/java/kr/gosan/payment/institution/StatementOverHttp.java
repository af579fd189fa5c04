package kr.gosan.payment.institution;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;
import org.jboss.logging.Logger;

/** Fetches daily files and reads them. */
@Singleton
class StatementOverHttp implements Statement {

    private static final Logger LOG = Logger.getLogger(StatementOverHttp.class);

    private final SignedCalls calls;
    private final ObjectMapper json;

    StatementOverHttp(SignedCalls calls, ObjectMapper json) {
        this.calls = calls;
        this.json = json;
    }

    @Override
    public Optional<Told> of(Institution institution, LocalDate day) {
        return calls.fetch(institution, "statements/" + day).map(file -> told(institution, day, file));
    }

    /** A line at a time: a file is larger as a tree than as it is. One that cannot be read keeps no other from being read. */
    Told told(Institution institution, LocalDate day, byte[] file) {
        ObjectNode head = json.createObjectNode();
        List<Movement> movements = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        boolean told = false;
        try (JsonParser parser = json.getFactory().createParser(file)) {
            expect(institution, parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("movements")) {
                    expect(institution, !told && value == JsonToken.START_ARRAY);
                    told = true;
                    int no = 0;
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        JsonNode line = parser.readValueAsTree();
                        expect(institution, line != null);
                        no++;
                        try {
                            movements.add(movement(new Answers(institution, line)));
                        } catch (InstitutionFault | IllegalArgumentException e) {
                            unreadable.add(name(line, no));
                            LOG.errorf(
                                    "file of %s for %s: %s cannot be read: %s",
                                    institution, day, unreadable.getLast(), e.getMessage());
                        }
                    }
                } else {
                    head.set(name, parser.readValueAsTree());
                }
            }
        } catch (IOException e) {
            throw new InstitutionFault(institution, "a file that is not JSON");
        }
        Answers about = new Answers(institution, head);
        expect(
                institution,
                told
                        && about.text("institution").equals(institution.id())
                        && about.text("day").equals(day.toString()));
        return new Told(movements, unreadable);
    }

    private static String name(JsonNode line, int no) {
        String transaction = line.path("transactionId").textValue();
        return transaction == null || transaction.isBlank() ? "line " + no : transaction;
    }

    private static void expect(Institution institution, boolean fits) {
        if (!fits) {
            throw new InstitutionFault(institution, "a file of something else");
        }
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
