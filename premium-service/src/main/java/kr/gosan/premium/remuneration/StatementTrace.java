package kr.gosan.premium.remuneration;

import java.util.ArrayList;
import java.util.List;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.calculation.Formula;

/** The calculator's way from accounts to bases, line by line, in the order of the filing guide's p.17. */
final class StatementTrace {

    private static final String PLACEMENT = "보험료징수법 §9, §13; 근로복지공단 2022 신고 안내 p.15–17";
    private static final String SIXTY_FIVE = "고용보험법 §10②; 근로복지공단 2022 신고 안내 p.15";

    private final StatementRemuneration it;
    private final List<TraceLine> trace = new ArrayList<>();

    private StatementTrace(StatementRemuneration it) {
        this.it = it;
    }

    static List<TraceLine> of(StatementRemuneration remuneration) {
        return new StatementTrace(remuneration).write();
    }

    private List<TraceLine> write() {
        it.lines().forEach(line -> trace.add(line.trace()));
        it.actual().ifPresent(this::actual);
        trace.add(Step.of("remuneration.office", PLACEMENT)
                .gives(
                        "① "
                                + sum(it.lines().stream()
                                        .map(line -> line.parts().office())
                                        .toList()),
                        it.office()));
        trace.add(Step.of("remuneration.site-staff", PLACEMENT)
                .gives(
                        "② "
                                + sum(it.lines().stream()
                                        .map(line -> line.parts().siteStaff())
                                        .toList()),
                        it.siteStaff()));
        trace.add(works());
        if (!it.equipment().months().isEmpty()) {
            trace.addAll(it.equipment().trace());
        }
        base("accident.head-office", "①", it.office(), false, it.bases().accidentHq());
        base("accident.collective", "③", it.works(), true, it.bases().accidentCollective());
        headOfficeEmployment();
        base(
                "employment.collective",
                it.rental().isPositive() ? "③ − ② − 장비임차료 노무비" : "③ − ②",
                it.works().minus(it.siteStaff()).minus(it.rental()),
                true,
                it.bases().employmentCollective());
        sixtyFive("head-office", it.headOffice(), it.sixtyFive().getFirst());
        sixtyFive("collective", it.collective(), it.sixtyFive().getLast());
        return List.copyOf(trace);
    }

    private void actual(Won paid) {
        trace.add(Step.of("remuneration.outsourcing.actual", "근로복지공단 2022 신고 안내 p.18 ③")
                .gives("actual remuneration of all subcontracted sites: " + paid, paid));
    }

    private TraceLine works() {
        List<Won> parts = new ArrayList<>();
        it.lines().forEach(line -> {
            parts.add(line.remuneration()
                    .minus(line.parts().office())
                    .minus(line.parts().overseas()));
        });
        it.actual().ifPresent(parts::add);
        return Step.of("remuneration.works", PLACEMENT).gives("③ " + sum(parts), it.works());
    }

    private void base(String name, String what, Won amount, boolean shared, Won result) {
        Step step = Step.of("remuneration." + name, PLACEMENT).in("remuneration", amount);
        trace.add(
                shared && isShared()
                        ? ratio(step).gives(what + " " + amount + " × " + p() + " → " + result, result)
                        : step.gives(what + " = " + result, result));
    }

    private void headOfficeEmployment() {
        Won result = it.headOffice().stability();
        Step step = Step.of("remuneration.employment.head-office", PLACEMENT)
                .in("office", it.office())
                .in("siteStaff", it.siteStaff());
        String abroad = it.overseas().isPositive() ? " + " + it.overseas() + " (해외파견)" : "";
        String shared = isShared() ? " × " + p() : "";
        trace.add((isShared() ? ratio(step) : step)
                .gives("① " + it.office() + " + ② " + it.siteStaff() + shared + abroad + " → " + result, result));
    }

    private void sixtyFive(String where, StatementRemuneration.Bases bases, Won less) {
        if (less.isPositive()) {
            trace.add(Step.of("remuneration.unemployment." + where, SIXTY_FIVE)
                    .in("stability", bases.stability())
                    .in("hiredAt65OrLater", less)
                    .gives(bases.stability() + " − " + less + " = " + bases.unemployment(), bases.unemployment()));
        }
    }

    private Step ratio(Step step) {
        return step.in("insuredWorks", it.share().insured())
                .in("allWorks", it.share().all())
                .wholeWon();
    }

    private boolean isShared() {
        return !it.share().subcontract().isZero();
    }

    private String p() {
        return it.share().insured() + "/" + it.share().all();
    }

    private static String sum(List<Won> amounts) {
        List<Won> some = amounts.stream().filter(Won::isPositive).toList();
        return some.isEmpty() ? "0" : Formula.sum(some);
    }
}
