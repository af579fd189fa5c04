package kr.gosan.premium.remuneration;

import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.law.LawFiles;
import kr.gosan.premium.calculation.Violation;
import org.junit.jupiter.api.Assertions;

/** Short ways to ask the calculator in tests. */
final class Accounts {

    static final LawBook LAW = LawFiles.read(Accounts.class.getClassLoader());

    private Accounts() {}

    static StatementRemuneration known(YearlyAccounts accounts) {
        StatementRemuneration.Answer answer = StatementRemuneration.of(accounts, LAW);
        return Assertions.assertInstanceOf(StatementRemuneration.Answer.Known.class, answer, answer.toString())
                .remuneration();
    }

    static List<Violation> refused(YearlyAccounts accounts) {
        return Assertions.assertInstanceOf(
                        StatementRemuneration.Answer.Refused.class, StatementRemuneration.of(accounts, LAW))
                .violations();
    }

    static List<String> codes(YearlyAccounts accounts) {
        return refused(accounts).stream()
                .map(each -> each.pointer() + " " + each.code())
                .toList();
    }

    static EquipmentRemuneration equipment(List<EquipmentService> services) {
        return Assertions.assertInstanceOf(
                        EquipmentRemuneration.Answer.Known.class, EquipmentRemuneration.of(services, LAW))
                .remuneration();
    }

    static AccountLine line(Account account, long total) {
        return new AccountLine(account, Won.of(total), null, Optional.empty(), null);
    }

    static AccountLine line(Account account, long total, AccountLine.Parts parts) {
        return new AccountLine(account, Won.of(total), null, Optional.of(parts), null);
    }

    static YearlyAccounts of(int year, AccountLine... lines) {
        return new YearlyAccounts(year, List.of(lines), Optional.empty(), List.of(), Optional.empty(), List.of(), null);
    }
}
