package kr.gosan.payment.correction.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.arrears.order.OpenItem.Item;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;

/** What of a debt an excess may settle (보험료징수법 §23①): what its slip demands, or what its books hold. A 과태료 it may not. */
final class SettleableItems {

    private SettleableItems() {}

    static List<OpenItem> ofSlip(Debt debt, PaymentPeriod figures, LocalDate dueDate) {
        List<OpenItem> items = new ArrayList<>();
        Map<Fund, Won> payable = figures.payableByFund();
        for (FundFigures row : figures.funds()) {
            Won premium = payable.get(row.fund()).minus(row.charge());
            add(items, debt, Item.PREMIUM, row.fund(), dueDate, premium);
            switch (debt.kind()) {
                case PERIOD, CORRECTION -> add(items, debt, Item.SURCHARGE, row.fund(), dueDate, row.charge());
                case BENEFIT_RECOVERY -> add(items, debt, Item.BENEFIT_RECOVERY, row.fund(), dueDate, row.charge());
                case FINE -> {}
            }
        }
        return items;
    }

    static List<OpenItem> ofBooks(Debt debt, DraftBook book, LocalDate dueDate) {
        List<OpenItem> items = new ArrayList<>();
        for (Fund fund : Fund.of(debt.insurance())) {
            for (Item item : Item.values()) {
                Won owed = Won.sum(accounts(item).stream()
                        .map(account -> book.balance(account, fund))
                        .toList());
                add(items, debt, item, fund, dueDate, owed);
            }
        }
        return items;
    }

    /** Where an item is owed, in the order it is settled. */
    static List<Account> accounts(Item item) {
        return switch (item) {
            case COLLECTION_COST -> List.of(Account.COLLECTION_COST_DUE);
            case PREMIUM -> List.of(Account.ARREARS, Account.RECEIVABLE);
            case LATE_CHARGE -> List.of(Account.LATE_CHARGE_DUE);
            case SURCHARGE -> List.of(Account.SURCHARGE_DUE);
            case BENEFIT_RECOVERY -> List.of(Account.BENEFIT_RECOVERY_DUE);
            case CLAWBACK -> List.of();
        };
    }

    private static void add(List<OpenItem> items, Debt debt, Item item, Fund fund, LocalDate dueDate, Won amount) {
        if (amount.isPositive()) {
            items.add(new OpenItem(debt, item, fund, dueDate, amount));
        }
    }
}
