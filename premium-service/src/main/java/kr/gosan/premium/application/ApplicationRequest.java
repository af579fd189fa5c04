package kr.gosan.premium.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An application as a client states it: the form, the workplace, and exactly the object of that form.
 *
 * @param form number of the form, such as 10704; DEBIT_ACCOUNT, DEBIT_CARD and DEADLINE_EXTENSION have none
 * @param clientReference the client's own name for the filing; at most 100 characters
 * @param insuranceYear of 10704 the year the rate is for; of notices and debits the year of the estimate; of 10705, 10706,
 *     10710 and 10712 the year the figures are of; of 10703 the first year that is reduced
 * @param wageClaimReduction of 10703
 * @param experienceSurvey of 10704
 * @param regularWorkers of 10705
 * @param specialPremium of 10706
 * @param mobileNotice of 10708
 * @param refundTo of 10709
 * @param leviedSupport of 10710
 * @param support of 10712
 * @param debitAccount of DEBIT_ACCOUNT
 * @param debitCard of DEBIT_CARD
 * @param deadlineExtension of DEADLINE_EXTENSION
 */
@Schema(requiredProperties = {"form", "managementNo"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationRequest(
        String form,
        WorkplaceNumber managementNo,
        String clientReference,
        Integer insuranceYear,
        ApplicationFields.WageClaimReduction wageClaimReduction,
        SurveyFields.Survey experienceSurvey,
        SurveyFields.WorkerCount regularWorkers,
        ApplicationFields.SpecialPremium specialPremium,
        ApplicationFields.MobileNotice mobileNotice,
        ApplicationFields.RefundTo refundTo,
        ApplicationFields.LeviedSupport leviedSupport,
        SupportFields.Support support,
        ApplicationFields.DebitAccount debitAccount,
        ApplicationFields.DebitCard debitCard,
        ApplicationFields.ExtensionWish deadlineExtension)
        implements RequestBody {

    @Override
    public void check(FieldErrors errors) {
        errors.required("/form", form);
        errors.required("/managementNo", managementNo);
        errors.text("/clientReference", clientReference, 100);
        Optional<Form> known = Form.of(form);
        if (form != null && known.isEmpty()) {
            errors.add("/form", "code-unknown", Form.codes());
        }
        known.ifPresent(it -> year(it, errors));
        Map<Form, ApplicationContent> contents = contents();
        FIELDS.forEach((each, field) -> {
            ApplicationContent content = contents.get(each);
            if (known.filter(each::equals).isPresent()) {
                errors.required("/" + field, content);
            } else if (content != null && known.isPresent()) {
                errors.add("/" + field, "not-of-this-form", form);
            }
            if (content != null) {
                content.check("/" + field, errors);
            }
        });
    }

    private void year(Form known, FieldErrors errors) {
        if (known.isOfAYear()) {
            errors.required("/insuranceYear", insuranceYear);
        } else if (insuranceYear != null) {
            errors.add("/insuranceYear", "not-of-this-form", form);
        }
        if (insuranceYear != null && (insuranceYear < 1900 || insuranceYear > 9998)) {
            errors.add("/insuranceYear", "year-expected");
        }
    }

    private static final Map<Form, String> FIELDS = new EnumMap<>(Map.ofEntries(
            Map.entry(Form.WAGE_CLAIM_REDUCTION, "wageClaimReduction"),
            Map.entry(Form.EXPERIENCE_SURVEY, "experienceSurvey"),
            Map.entry(Form.REGULAR_WORKERS, "regularWorkers"),
            Map.entry(Form.SPECIAL_PREMIUM, "specialPremium"),
            Map.entry(Form.MOBILE_NOTICE, "mobileNotice"),
            Map.entry(Form.REFUND_ACCOUNT, "refundTo"),
            Map.entry(Form.LEVIED_SUPPORT, "leviedSupport"),
            Map.entry(Form.SUPPORT, "support"),
            Map.entry(Form.DEBIT_ACCOUNT, "debitAccount"),
            Map.entry(Form.DEBIT_CARD, "debitCard"),
            Map.entry(Form.DEADLINE_EXTENSION, "deadlineExtension")));

    private Map<Form, ApplicationContent> contents() {
        Map<Form, ApplicationContent> contents = new EnumMap<>(Form.class);
        contents.put(Form.WAGE_CLAIM_REDUCTION, wageClaimReduction);
        contents.put(Form.EXPERIENCE_SURVEY, experienceSurvey);
        contents.put(Form.REGULAR_WORKERS, regularWorkers);
        contents.put(Form.SPECIAL_PREMIUM, specialPremium);
        contents.put(Form.MOBILE_NOTICE, mobileNotice);
        contents.put(Form.REFUND_ACCOUNT, refundTo);
        contents.put(Form.LEVIED_SUPPORT, leviedSupport);
        contents.put(Form.SUPPORT, support);
        contents.put(Form.DEBIT_ACCOUNT, debitAccount);
        contents.put(Form.DEBIT_CARD, debitCard);
        contents.put(Form.DEADLINE_EXTENSION, deadlineExtension);
        return contents;
    }

    /** The form, of a request that was checked. */
    Form checkedForm() {
        return Form.of(form).orElseThrow();
    }

    ApplicationContent content() {
        return contents().get(checkedForm());
    }

    /** The same as it may be shown, signed and stored in the clear. */
    ApplicationRequest masked() {
        return new ApplicationRequest(
                form,
                managementNo,
                clientReference,
                insuranceYear,
                wageClaimReduction,
                experienceSurvey,
                regularWorkers,
                specialPremium,
                mobileNotice == null ? null : mobileNotice.masked(),
                refundTo == null ? null : refundTo.masked(),
                leviedSupport,
                support == null ? null : support.masked(),
                debitAccount == null ? null : debitAccount.masked(),
                debitCard == null ? null : debitCard.masked(),
                deadlineExtension);
    }
}
