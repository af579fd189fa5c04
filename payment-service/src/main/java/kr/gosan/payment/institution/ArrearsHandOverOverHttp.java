package kr.gosan.payment.institution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Debt;

/** Tells 국민건강보험공단. */
@Singleton
class ArrearsHandOverOverHttp implements ArrearsHandOver {

    private final SignedCalls calls;

    ArrearsHandOverOverHttp(SignedCalls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<String> tell(Message message) {
        Debt debt = message.debt();
        ObjectNode body = calls.message("hand-over", message.requestId())
                .put("change", message.change().name())
                .put("managementNo", debt.managementNo().digits())
                .put("insuranceYear", debt.insuranceYear())
                .put("debtKind", debt.kind().name())
                .put("originId", debt.originId().toString())
                .put("insurance", debt.insurance().name())
                .put("period", debt.period())
                .put("dueDate", message.dueDate().toString())
                .put("on", message.on().toString());
        put(body.putObject("principal"), message.principal());
        ObjectNode others = body.putObject("others");
        new TreeMap<>(message.others()).forEach((item, byFund) -> put(others.putObject(item.name()), byFund));
        return calls.send(Institution.NHIS, "hand-overs", body)
                .map(node -> new Answers(Institution.NHIS, node).text("receiptNo"));
    }

    private static void put(ObjectNode amounts, Map<Fund, Won> byFund) {
        new TreeMap<>(byFund).forEach((fund, amount) -> amounts.put(fund.name(), amount.amount()));
    }
}
