package kr.gosan.premium.filing;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.Workplaces;

/** Who may read what of a workplace: its employer and its agency, and an operator everything. Only the former file. */
@Singleton
public class ReturnAccess {

    private final Workplaces workplaces;
    private final PremiumReturnStore store;
    private final Caller caller;
    private final Problems problems;

    public ReturnAccess(Workplaces workplaces, PremiumReturnStore store, Caller caller, Problems problems) {
        this.workplaces = workplaces;
        this.store = store;
        this.caller = caller;
        this.problems = problems;
    }

    public boolean isOperator() {
        return MemberType.OPERATOR.equals(caller.memberType());
    }

    /** The workplace when the caller may read what concerns it. */
    public Optional<KnownWorkplace> readable(WorkplaceNumber number) {
        return workplaces.openTo(caller, number);
    }

    /** The answer for a return the caller may read, or the refusal. */
    public Response reading(UUID id, Function<PremiumReturn, Response> answer) {
        Optional<PremiumReturn> found = store.find(id);
        if (found.isEmpty()) {
            return problems.refusal(404, "not-found");
        }
        return readable(found.get().managementNo())
                .map(workplace -> answer.apply(found.get()))
                .orElseGet(() -> problems.refusal(403, "workplace-not-granted"));
    }
}
