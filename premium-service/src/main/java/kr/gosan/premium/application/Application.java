package kr.gosan.premium.application;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * What an employer applies for, from the filing to the decision. Only {@link ApplicationStore} keeps it.
 *
 * @param insuranceYear the year it is about; where the form has none, the year it was filed in
 * @param content as stated; what is hidden in it is masked unless it was read to be decided
 * @param assessment as filed, then as decided: JSON of {@link StoredAssessment}
 * @param closing empty while it is undecided
 */
public record Application(
        UUID id,
        String memberId,
        Form form,
        ApplicationState state,
        int insuranceYear,
        ApplicationRequest content,
        LocalDate filedOn,
        StoredAssessment assessment,
        Optional<Closing> closing) {

    /** How it ended: decided by an operator, or withdrawn by the applicant, with the reason given. */
    public record Closing(LocalDate on, String by, Optional<String> reason) {}

    static Application filed(
            UUID id, String memberId, ApplicationRequest content, LocalDate filedOn, StoredAssessment assessment) {
        return new Application(
                id,
                memberId,
                content.checkedForm(),
                ApplicationState.FILED,
                content.insuranceYear() == null ? filedOn.getYear() : content.insuranceYear(),
                content,
                filedOn,
                assessment,
                Optional.empty());
    }

    Application closed(ApplicationState.Happening happening, Closing how, StoredAssessment asDecided) {
        return new Application(
                id,
                memberId,
                form,
                state.after(happening),
                insuranceYear,
                content,
                filedOn,
                asDecided,
                Optional.of(how));
    }

    public WorkplaceNumber managementNo() {
        return content.managementNo();
    }

    boolean isUndecided() {
        return state == ApplicationState.FILED;
    }
}
