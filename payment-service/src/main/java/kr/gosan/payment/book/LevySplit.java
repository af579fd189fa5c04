package kr.gosan.payment.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * Says of the money in a posting to which levy it belongs: what is received or given back for industrial-accident insurance
 * is received or given back for premium, wage-claim levy and asbestos levy together (보험료징수법 §31③).
 */
public final class LevySplit {

    private LevySplit() {}

    /** What money of industrial-accident insurance comes in and is not divided yet. */
    public static Won received(Posting posting) {
        return undivided(posting, Entry.Side.DEBIT);
    }

    /** What money of industrial-accident insurance goes out and is not divided yet. */
    public static Won givenBack(Posting posting) {
        return undivided(posting, Entry.Side.CREDIT);
    }

    /**
     * The posting with its money divided. An entry that names its levy already stays as it is.
     *
     * @param received weights of what comes in
     * @param givenBack weights of what goes out
     */
    public static Posting of(Posting posting, LevyWeights received, LevyWeights givenBack) {
        List<Entry> entries = new ArrayList<>();
        divide(entries, Entry.Side.DEBIT, received.divide(received(posting)));
        divide(entries, Entry.Side.CREDIT, givenBack.divide(givenBack(posting)));
        posting.entries().stream().filter(entry -> !isUndivided(entry)).forEach(entries::add);
        return new Posting(
                posting.kind(), posting.debt(), posting.noticeId(), posting.causeId(), posting.valueDate(), entries);
    }

    private static void divide(List<Entry> entries, Entry.Side side, Map<Levy, Won> shares) {
        shares.forEach((levy, share) -> {
            if (share.isPositive()) {
                entries.add(
                        new Entry(Account.CASH, Optional.of(Fund.INDUSTRIAL_ACCIDENT), side, share, Optional.of(levy)));
            }
        });
    }

    private static Won undivided(Posting posting, Entry.Side side) {
        return Won.sum(posting.entries().stream()
                .filter(entry -> entry.side() == side && isUndivided(entry))
                .map(Entry::amount)
                .toList());
    }

    private static boolean isUndivided(Entry entry) {
        return entry.account() == Account.CASH
                && entry.levy().isEmpty()
                && entry.fund().equals(Optional.of(Fund.INDUSTRIAL_ACCIDENT));
    }
}
