package kr.gosan.payment.ledger;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Entry;
import kr.gosan.payment.book.Levy;
import kr.gosan.payment.debt.Debt;

/** Row of table {@code ledger_entry}; repeats its transaction's workplace, year and insurance, by which it is summed. */
@Embeddable
class LedgerLine {

    String managementNo;
    Integer insuranceYear;

    @Enumerated(EnumType.STRING)
    Insurance insurance;

    @Enumerated(EnumType.STRING)
    Account account;

    @Enumerated(EnumType.STRING)
    Fund fund;

    @Enumerated(EnumType.STRING)
    Entry.Side side;

    long amount;

    @Enumerated(EnumType.STRING)
    Levy levy;

    static LedgerLine of(Entry entry, Optional<Debt> debt) {
        LedgerLine line = new LedgerLine();
        line.managementNo = debt.map(d -> d.managementNo().digits()).orElse(null);
        line.insuranceYear = debt.map(Debt::insuranceYear).orElse(null);
        line.insurance = debt.map(Debt::insurance).orElse(null);
        line.account = entry.account();
        line.fund = entry.fund().orElse(null);
        line.side = entry.side();
        line.amount = entry.amount().amount();
        line.levy = entry.levy().orElse(null);
        return line;
    }

    Entry entry() {
        return new Entry(account, Optional.ofNullable(fund), side, Won.of(amount), Optional.ofNullable(levy));
    }
}
