package kr.gosan.payment.book;

import java.util.Optional;
import kr.gosan.kernel.money.Fund;

/** An account of one fund, by which a debt is summed up; {@code fund} is empty where the account may lack it. */
public record FundAccount(Account account, Optional<Fund> fund) {

    public static FundAccount of(Account account, Fund fund) {
        return new FundAccount(account, Optional.of(fund));
    }
}
