package kr.gosan.payment;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.Workplaces;

/** Answers only members who may act for the workplace, and operators. */
@Singleton
public class Granted {

    private final Workplaces workplaces;
    private final Caller caller;
    private final Problems problems;

    Granted(Workplaces workplaces, Caller caller, Problems problems) {
        this.workplaces = workplaces;
        this.caller = caller;
        this.problems = problems;
    }

    /**
     * The answer when the caller may have it, else the refusal.
     *
     * @param parameter name of the parameter the number came in
     * @param workplace null when it did not
     */
    public Response forWorkplace(String parameter, WorkplaceNumber workplace, Supplier<Response> answer) {
        if (workplace == null) {
            return problems.invalid(List.of(new FieldError(parameter, "required", List.of())));
        }
        return workplaces.openTo(caller, workplace).isPresent()
                ? answer.get()
                : problems.refusal(403, "workplace-not-granted");
    }
}
