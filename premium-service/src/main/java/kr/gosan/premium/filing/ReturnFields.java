package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.premium.calculation.PaymentMethod;
import kr.gosan.premium.calculation.ReductionReason;
import kr.gosan.premium.calculation.Remuneration;
import kr.gosan.premium.calculation.ReturnContent;
import kr.gosan.premium.law.ReturnRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts of a premium return as JSON carries them (form 23), each with the check of its own fields. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class ReturnFields {

    static final int LAST_YEAR = 9998;

    private ReturnFields() {}

    /**
     * Bases of industrial-accident insurance, in won.
     *
     * @param general workers in general
     * @param equipment construction-equipment operators, on standard remuneration
     * @param overseas workers sent abroad; none when missing
     * @param equipmentPeriods the equipment base by rate period; without it the base is divided by months
     */
    @Schema(
            name = "AccidentBases",
            requiredProperties = {"general", "equipment"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Accident(Won general, Won equipment, Won overseas, List<Period> equipmentPeriods) {

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/general", general);
            errors.required(pointer + "/equipment", equipment);
            checkPeriods(pointer + "/equipmentPeriods", equipmentPeriods, errors);
        }
    }

    /** A stretch of the year and the remuneration in it; both days inclusive. */
    @Schema(
            name = "RemunerationPeriod",
            requiredProperties = {"from", "to", "remuneration"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Period(LocalDate from, LocalDate to, Won remuneration) {

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/from", from);
            errors.required(pointer + "/to", to);
            errors.required(pointer + "/remuneration", remuneration);
        }
    }

    /**
     * Bases of employment insurance by fund, in won.
     *
     * @param unemploymentPeriods the unemployment base by rate period; without it the base is that of the monthly table, or
     *     divided by months
     * @param hiredAt65OrLater what the stability base has more: remuneration of those hired at 65 or later (고용보험법 §10)
     */
    @Schema(
            name = "EmploymentBases",
            requiredProperties = {"unemployment", "stability"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Employment(Won unemployment, Won stability, List<Period> unemploymentPeriods, Won hiredAt65OrLater) {

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/unemployment", unemployment);
            errors.required(pointer + "/stability", stability);
            checkPeriods(pointer + "/unemploymentPeriods", unemploymentPeriods, errors);
            if (hiredAt65OrLater != null
                    && unemployment != null
                    && stability != null
                    && !unemployment.plus(hiredAt65OrLater).equals(stability)) {
                errors.add(pointer + "/unemployment", "unemployment-base-differs", stability);
            }
        }
    }

    /** The total remuneration of the confirmed year. */
    @Schema(
            name = "ConfirmedRemuneration",
            requiredProperties = {"industrialAccident", "employment"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Confirmed(Accident industrialAccident, Employment employment) {

        void check(String pointer, FieldErrors errors) {
            checkBases(pointer, industrialAccident, employment, errors);
        }
    }

    /** Why less than 70 % of the confirmed remuneration is expected; {@code text} is needed for OTHER. */
    @Schema(
            name = "EstimateReductionReason",
            requiredProperties = {"code"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(ReductionReason code, String text) {

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/code", code);
            errors.text(pointer + "/text", text, 200);
            if (code == ReductionReason.OTHER) {
                errors.required(pointer + "/text", text);
            }
        }
    }

    /** The remuneration expected for the next year. */
    @Schema(
            name = "EstimatedRemuneration",
            requiredProperties = {"industrialAccident", "employment"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Estimated(Accident industrialAccident, Employment employment, Reason reductionReason) {

        void check(String pointer, FieldErrors errors) {
            checkBases(pointer, industrialAccident, employment, errors);
            if (reductionReason != null) {
                reductionReason.check(pointer + "/reductionReason", errors);
            }
        }

        /** The same expectation for another year, whose rate periods and reasons are its own. */
        Estimated again() {
            return new Estimated(
                    new Accident(
                            industrialAccident.general(),
                            industrialAccident.equipment(),
                            industrialAccident.overseas(),
                            null),
                    new Employment(
                            employment.unemployment(), employment.stability(), null, employment.hiredAt65OrLater()),
                    null);
        }
    }

    /** How the estimate of each insurance is paid. */
    @Schema(
            name = "PaymentChoice",
            requiredProperties = {"industrialAccident", "employment"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Payment(PaymentMethod industrialAccident, PaymentMethod employment) {

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/industrialAccident", industrialAccident);
            errors.required(pointer + "/employment", employment);
        }
    }

    /** Where a refund goes: a corporation's to a corporate account, a sole proprietor's to his own. */
    @Schema(requiredProperties = {"bank", "accountNo", "holderKind", "holderName"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefundAccount(String bank, String accountNo, EmployerKind holderKind, String holderName) {

        private static final Pattern ACCOUNT_NO = Pattern.compile("[0-9]([0-9-]{4,28})[0-9]");
        private static final int SHOWN = 3;

        public void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/bank", bank);
            errors.text(pointer + "/bank", bank, 50);
            errors.required(pointer + "/accountNo", accountNo);
            if (accountNo != null && !ACCOUNT_NO.matcher(accountNo).matches()) {
                errors.add(pointer + "/accountNo", "account-number-invalid");
            }
            errors.required(pointer + "/holderKind", holderKind);
            errors.required(pointer + "/holderName", holderName);
            errors.text(pointer + "/holderName", holderName, 100);
        }

        /** The account as it may be shown and signed: only the last digits of its number. */
        public RefundAccount masked() {
            String hidden = accountNo.substring(0, accountNo.length() - SHOWN).replaceAll("[0-9]", "*");
            return new RefundAccount(
                    bank, hidden + accountNo.substring(accountNo.length() - SHOWN), holderKind, holderName);
        }

        /** Masked: an account number is never logged. */
        @Override
        public String toString() {
            return "RefundAccount[" + bank + " ***]";
        }
    }

    private static void checkBases(String pointer, Accident accident, Employment employment, FieldErrors errors) {
        errors.required(pointer + "/industrialAccident", accident);
        if (accident != null) {
            accident.check(pointer + "/industrialAccident", errors);
        }
        errors.required(pointer + "/employment", employment);
        if (employment != null) {
            employment.check(pointer + "/employment", errors);
        }
    }

    /** Checks what every return states, filed or only calculated; confirmed, previous and estimated may be missing by law. */
    public static void check(
            Integer insuranceYear,
            Confirmed confirmed,
            PreviousEstimate previous,
            Estimated estimated,
            Payment payment,
            RefundAccount account,
            FieldErrors errors) {
        errors.required("/insuranceYear", insuranceYear);
        if (insuranceYear != null && (insuranceYear < 1 || insuranceYear > LAST_YEAR)) {
            errors.add("/insuranceYear", "year-expected");
        }
        if (confirmed != null) {
            confirmed.check("/confirmed", errors);
        }
        if (previous != null) {
            previous.check("/previousEstimate", errors);
        }
        if (estimated != null) {
            estimated.check("/estimated", errors);
        }
        errors.required("/payment", payment);
        if (payment != null) {
            payment.check("/payment", errors);
        }
        if (account != null) {
            account.check("/refundAccount", errors);
        }
    }

    /** The checked fields in the terms of the calculation. */
    public static ReturnContent content(
            int insuranceYear,
            Confirmed confirmed,
            PreviousEstimate previous,
            Estimated estimated,
            Payment payment,
            RefundAccount account) {
        return new ReturnContent(
                insuranceYear,
                Optional.ofNullable(confirmed)
                        .map(bases -> remuneration(bases.industrialAccident(), bases.employment())),
                previous == null ? Map.of() : previous.byFund(),
                Optional.ofNullable(estimated)
                        .map(bases -> remuneration(bases.industrialAccident(), bases.employment())),
                Optional.ofNullable(estimated).map(Estimated::reductionReason).map(Reason::code),
                Map.of(Insurance.IA, payment.industrialAccident(), Insurance.EI, payment.employment()),
                Optional.ofNullable(account).map(RefundAccount::holderKind));
    }

    private static Remuneration remuneration(Accident accident, Employment employment) {
        return new Remuneration(
                accident.general(),
                accident.equipment(),
                accident.overseas() == null ? Won.ZERO : accident.overseas(),
                employment.unemployment(),
                employment.stability(),
                Map.of(
                        ReturnRow.EQUIPMENT, parts(accident.equipmentPeriods()),
                        ReturnRow.UNEMPLOYMENT, parts(employment.unemploymentPeriods())));
    }

    private static List<Remuneration.Part> parts(List<Period> periods) {
        return periods == null
                ? List.of()
                : periods.stream()
                        .map(period -> new Remuneration.Part(period.from(), period.to(), period.remuneration()))
                        .toList();
    }

    private static void checkPeriods(String pointer, List<Period> stated, FieldErrors errors) {
        List<Period> periods = stated == null ? List.of() : stated;
        for (int i = 0; i < periods.size(); i++) {
            String each = pointer + "/" + i;
            errors.required(each, periods.get(i));
            if (periods.get(i) != null) {
                periods.get(i).check(each, errors);
            }
        }
    }
}
