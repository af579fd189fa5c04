package kr.gosan.payment.suspense;

import static kr.gosan.payment.suspense.Decisions.FIRST;
import static kr.gosan.payment.suspense.Decisions.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import kr.gosan.payment.testing.TestBank;

/** Suspended money on its way back to whoever paid it. */
public final class ReturnedMoney {

    private ReturnedMoney() {}

    /** Approved, not sent; the order's id. */
    public static String approved(long amount, String account) {
        String notice = TestBank.sends(TestBank.notice(
                        UUID.randomUUID().toString(),
                        "000000000000000000",
                        amount,
                        "2022-03-30T14:05:09+09:00",
                        "GIRO"))
                .jsonPath()
                .getString("noticeId");
        String id = Decisions.created(Decisions.resolve(FIRST, notice, Decisions.back(account)))
                .getString("resolutionId");
        assertEquals(200, Decisions.decide(SECOND, id, true).statusCode());
        return id;
    }
}
