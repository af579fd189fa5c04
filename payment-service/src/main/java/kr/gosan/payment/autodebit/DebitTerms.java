package kr.gosan.payment.autodebit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.channel.ChannelRules;
import kr.gosan.payment.channel.Fee;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.PaymentPeriod;

/**
 * What automatic debit makes of a slip's amount: 250 won less for each quarter and insurance (보험료징수법 시행령 §30의4), never
 * more than the instalment's estimate, and with a card the payer's fee on top.
 */
public final class DebitTerms {

    private static final String REDUCTION = "auto-debit.reduction";

    private final LawBook law;
    private final LocalDate dueDate;

    public DebitTerms(LawBook law, LocalDate dueDate) {
        this.law = law;
        this.dueDate = dueDate;
    }

    /** The first figure that is not known for the due date; then nothing can be debited. */
    public Optional<LookUp.Refused> unknown() {
        return Terms.from(law)
                .on(dueDate, REDUCTION, "channel.credit-card.fee", "channel.auto-debit.first-instalment")
                .refusals()
                .stream()
                .findFirst();
    }

    /** @throws IllegalStateException when it is {@link #unknown} */
    public Won reduction(PaymentPeriod figures) {
        Won granted = law.on(REDUCTION, dueDate) instanceof LookUp.Found(AppliedParameter found) ? found.won() : null;
        if (granted == null) {
            throw new IllegalStateException(REDUCTION + " is not known on " + dueDate);
        }
        // It comes off the estimate of each fund, as far as that is still to be paid.
        Map<Fund, Won> payable = figures.payableByFund();
        return granted.min(Won.sum(figures.funds().stream()
                .map(row -> row.estimate().min(payable.get(row.fund())))
                .toList()));
    }

    /** @throws IllegalStateException when it is {@link #unknown} */
    public Won fee(Channel channel, Won amount) {
        return new ChannelRules(law).fee(channel, amount, dueDate)
                        instanceof ChannelRules.FeeAnswer.Known(Fee.Exact(Won exact))
                ? exact
                : fail(channel);
    }

    private Won fail(Channel channel) {
        throw new IllegalStateException("the fee of " + channel + " is not known on " + dueDate);
    }
}
