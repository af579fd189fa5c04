package kr.gosan.payment.transferreturn;

import java.time.OffsetDateTime;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the bank says of money that it sent and that came back.
 *
 * @param bankTransactionId its own number of the money coming back
 * @param requestId of the agency's order
 * @param amount all of what was sent
 * @param reason why, as the bank names it; NOT_TOLD where only its daily file tells
 */
@Schema(name = "TransferReturn")
public record TransferReturn(
        String bankTransactionId, UUID requestId, Won amount, String reason, OffsetDateTime returnedAt)
        implements RequestBody {

    /** A test sends it. */
    static final String EXAMPLE = "{\"bankTransactionId\": \"WOORI-20220701-000017\","
            + " \"requestId\": \"0199a3c2-9e12-7a01-8f2b-708192a3b4c5\", \"amount\": 341490, \"reason\": \"ACCOUNT_CLOSED\","
            + " \"returnedAt\": \"2022-07-01T10:00:00+09:00\"}";

    private static final int LONGEST = 64;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/bankTransactionId", bankTransactionId);
        errors.text("/bankTransactionId", bankTransactionId, LONGEST);
        errors.required("/requestId", requestId);
        errors.required("/amount", amount);
        if (amount != null && !amount.isPositive()) {
            errors.add("/amount", "amount-not-positive");
        }
        errors.required("/reason", reason);
        errors.text("/reason", reason, LONGEST);
        errors.required("/returnedAt", returnedAt);
    }
}
