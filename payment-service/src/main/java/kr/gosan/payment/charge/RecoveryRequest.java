package kr.gosan.payment.charge;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.charge.rules.Benefit;
import kr.gosan.payment.charge.rules.BenefitKind;
import kr.gosan.payment.charge.rules.LateEstablishment;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an operator states about an accident whose benefits may be recovered. What was paid until then is taken from the books.
 *
 * @param accidentNo the office's number of the accident
 * @param treatmentFrom when treatment started; the day of the accident when left out
 * @param lateEstablishment a neglected establishment notice, if there was one
 */
@Schema(requiredProperties = {"managementNo", "accidentNo", "accidentOn", "benefits"})
public record RecoveryRequest(
        WorkplaceNumber managementNo,
        String accidentNo,
        LocalDate accidentOn,
        LocalDate treatmentFrom,
        List<BenefitPaid> benefits,
        NeglectedNotice lateEstablishment)
        implements RequestBody {

    /** Example of an assessment. */
    static final String EXAMPLE = "{\"managementNo\": \"123-45-67891-6\", \"accidentNo\": \"2022-000123\","
            + " \"accidentOn\": \"2022-06-01\", \"benefits\": [{\"benefitNo\": \"2022-000123-1\","
            + " \"kind\": \"MEDICAL_CARE\", \"amount\": 10000000, \"claimArisenOn\": \"2022-06-10\"}]}";

    private static final int LONGEST = 64;
    private static final int MOST = 200;

    /** A benefit that was decided for the accident. */
    @Schema(requiredProperties = {"benefitNo", "kind", "amount", "claimArisenOn"})
    public record BenefitPaid(String benefitNo, BenefitKind kind, Won amount, LocalDate claimArisenOn) {}

    /**
     * @param notifiedOn left out while the notice has not been given
     * @param premium industrial-accident premium that was to be paid for the neglected period, without its levies
     */
    @Schema(requiredProperties = {"noticeDueOn", "premium"})
    public record NeglectedNotice(LocalDate noticeDueOn, LocalDate notifiedOn, Won premium) {}

    @Override
    public void check(FieldErrors errors) {
        errors.required("/managementNo", managementNo);
        errors.required("/accidentNo", accidentNo);
        errors.text("/accidentNo", accidentNo, LONGEST);
        errors.required("/accidentOn", accidentOn);
        errors.required("/benefits", benefits);
        if (accidentOn != null && treatmentFrom != null && treatmentFrom.isBefore(accidentOn)) {
            errors.add("/treatmentFrom", "before-accident");
        }
        if (benefits != null) {
            check(benefits, accidentOn, errors);
        }
        if (lateEstablishment != null) {
            errors.required("/lateEstablishment/noticeDueOn", lateEstablishment.noticeDueOn());
            errors.required("/lateEstablishment/premium", lateEstablishment.premium());
        }
    }

    private static void check(List<BenefitPaid> benefits, LocalDate accidentOn, FieldErrors errors) {
        if (benefits.isEmpty() || benefits.size() > MOST) {
            errors.add("/benefits", "benefit-count", MOST);
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < Math.min(benefits.size(), MOST); i++) {
            BenefitPaid benefit = benefits.get(i);
            String pointer = "/benefits/" + i;
            if (benefit == null) {
                errors.add(pointer, "required");
                continue;
            }
            errors.required(pointer + "/benefitNo", benefit.benefitNo());
            errors.text(pointer + "/benefitNo", benefit.benefitNo(), LONGEST);
            errors.required(pointer + "/kind", benefit.kind());
            errors.required(pointer + "/amount", benefit.amount());
            errors.required(pointer + "/claimArisenOn", benefit.claimArisenOn());
            if (accidentOn != null
                    && benefit.claimArisenOn() != null
                    && benefit.claimArisenOn().isBefore(accidentOn)) {
                errors.add(pointer + "/claimArisenOn", "before-accident");
            }
            if (benefit.amount() != null && !benefit.amount().isPositive()) {
                errors.add(pointer + "/amount", "amount-not-positive");
            }
            if (benefit.benefitNo() != null && !numbers.add(benefit.benefitNo())) {
                errors.add(pointer + "/benefitNo", "benefit-twice");
            }
        }
    }

    List<Benefit> counted() {
        return benefits.stream()
                .map(it -> new Benefit(it.benefitNo(), it.kind(), it.amount(), it.claimArisenOn()))
                .toList();
    }

    Optional<LateEstablishment> neglect() {
        return Optional.ofNullable(lateEstablishment)
                .map(it -> new LateEstablishment(it.noticeDueOn(), Optional.ofNullable(it.notifiedOn()), it.premium()));
    }

    /** Whether any day of what is said to have happened is still to come. */
    boolean isAheadOf(LocalDate today) {
        return accidentOn.isAfter(today)
                || treatment().isAfter(today)
                || benefits.stream().anyMatch(it -> it.claimArisenOn().isAfter(today))
                || neglect()
                        .flatMap(LateEstablishment::notifiedOn)
                        .filter(today::isBefore)
                        .isPresent();
    }

    LocalDate treatment() {
        return treatmentFrom == null ? accidentOn : treatmentFrom;
    }
}
