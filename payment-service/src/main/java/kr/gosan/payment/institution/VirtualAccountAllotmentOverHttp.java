package kr.gosan.payment.institution;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks the banks for blocks of account numbers. */
@Singleton
class VirtualAccountAllotmentOverHttp implements VirtualAccountAllotment {

    private final SignedCalls calls;

    VirtualAccountAllotmentOverHttp(SignedCalls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<List<String>> allot(UUID requestId, Institution bank, int count) {
        return calls.send(
                        bank,
                        "virtual-accounts",
                        calls.message("virtual-accounts", requestId).put("count", count))
                .map(node -> numbers(new Answers(bank, node), count));
    }

    private static List<String> numbers(Answers answer, int count) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode each : answer.node().path("accountNos")) {
            if (!each.asText().matches("[0-9]{10,16}")) {
                throw answer.fault("accountNos");
            }
            numbers.add(each.textValue());
        }
        if (numbers.size() != count) {
            throw answer.fault("accountNos");
        }
        return List.copyOf(numbers);
    }
}
