package kr.gosan.payment.slip;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import kr.gosan.payment.account.AccountRegistered;
import kr.gosan.payment.account.RegisterAccount;
import kr.gosan.payment.correction.AdjustDebts;
import kr.gosan.payment.correction.plan.Adjustment;
import kr.gosan.payment.debt.DueDateExtension;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.ledger.LevyNews;
import kr.gosan.payment.ledger.LevyStore;
import kr.gosan.platform.event.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of filed returns, of extended deadlines and of accounts. */
@Singleton
public class PremiumConsumer {

    static final String RETURN_FILED = "kr.gosan.premium.return-filed.v1";
    static final String PREMIUM_ADJUSTED = "kr.gosan.premium.premium-adjusted.v1";
    static final String DEADLINE_EXTENDED = "kr.gosan.premium.deadline-extended.v1";
    static final String ACCOUNT_REGISTERED = "kr.gosan.premium.account-registered.v1";

    private final Inbox inbox;
    private final ObjectMapper mapper;
    private final IssueSlips issueSlips;
    private final AdjustDebts adjustDebts;
    private final ExtendDueDates extendDueDates;
    private final RegisterAccount registerAccount;
    private final LevyStore levies;

    PremiumConsumer(
            Inbox inbox,
            ObjectMapper mapper,
            IssueSlips issueSlips,
            AdjustDebts adjustDebts,
            ExtendDueDates extendDueDates,
            RegisterAccount registerAccount,
            LevyStore levies) {
        this.inbox = inbox;
        this.mapper = mapper;
        this.issueSlips = issueSlips;
        this.adjustDebts = adjustDebts;
        this.extendDueDates = extendDueDates;
        this.registerAccount = registerAccount;
        this.levies = levies;
    }

    @Incoming("premium")
    @Blocking
    public void consume(String json) {
        inbox.once(json, event -> {
            switch (event.type()) {
                case RETURN_FILED -> {
                    issueSlips.on(event.data(mapper, FiledReturn.class));
                    levies.take(event.data(mapper, LevyNews.class));
                }
                case PREMIUM_ADJUSTED -> {
                    adjustDebts.on(event.data(mapper, Adjustment.class));
                    levies.take(event.data(mapper, LevyNews.class));
                }
                case DEADLINE_EXTENDED -> extendDueDates.on(event.data(mapper, DueDateExtension.class));
                case ACCOUNT_REGISTERED -> registerAccount.on(event.data(mapper, AccountRegistered.class));
                default -> {}
            }
        });
    }
}
