package kr.gosan.premium.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.premium.filing.ReturnFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The smaller forms as JSON carries them. Numbers of phones, accounts and cards are shown masked. */
public final class ApplicationFields {

    private static final int SHOWN = 4;

    private ApplicationFields() {}

    /** Kinds of retirement pension (근로자퇴직급여 보장법). */
    public enum PensionPlan {
        DEFINED_BENEFIT,
        DEFINED_CONTRIBUTION,
        /** 10명 미만 사업의 개인형퇴직연금. */
        INDIVIDUAL,
        /** 중소기업퇴직연금기금. */
        SMALL_BUSINESS_FUND
    }

    /**
     * 10703: the wage-claim levy is reduced for a retirement pension.
     *
     * @param from first day of the pension plan
     * @param evidence names of the documents that prove it
     */
    @Schema(
            name = "WageClaimReduction",
            requiredProperties = {"plan", "provider", "from", "evidence"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WageClaimReduction(PensionPlan plan, String provider, LocalDate from, List<String> evidence)
            implements ApplicationContent {

        private static final int MOST = 10;

        @Override
        public void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/plan", plan);
            errors.required(pointer + "/provider", provider);
            errors.text(pointer + "/provider", provider, 100);
            errors.required(pointer + "/from", from);
            errors.required(pointer + "/evidence", evidence);
            if (evidence != null) {
                if (evidence.isEmpty()) {
                    errors.add(pointer + "/evidence", "required");
                }
                if (evidence.size() > MOST) {
                    errors.add(pointer + "/evidence", "too-many", MOST);
                }
                for (int i = 0; i < evidence.size(); i++) {
                    errors.required(pointer + "/evidence/" + i, evidence.get(i));
                    errors.text(pointer + "/evidence/" + i, evidence.get(i), 100);
                }
            }
        }
    }

    /**
     * 10706: the special premium is to be computed anew.
     *
     * @param notified the amount as it was notified
     * @param claimed the amount the applicant holds right
     */
    @Schema(
            name = "SpecialPremium",
            requiredProperties = {"notified", "claimed", "reason"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SpecialPremium(Won notified, Won claimed, String reason) implements ApplicationContent {

        @Override
        public void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/notified", notified);
            errors.required(pointer + "/claimed", claimed);
            errors.required(pointer + "/reason", reason);
            errors.text(pointer + "/reason", reason, 1000);
        }
    }

    /** Whether something begins or ends. */
    public enum Wish {
        START,
        STOP
    }

    /** 10708: slips of the second to fourth instalment come to a mobile phone. */
    @Schema(
            name = "MobileNotice",
            requiredProperties = {"wish", "fromPeriod", "phone"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MobileNotice(Wish wish, Integer fromPeriod, String phone) implements ApplicationContent {

        private static final Pattern MOBILE = Pattern.compile("01[016789]-?[0-9]{3,4}-?[0-9]{4}");

        @Override
        public void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/wish", wish);
            period(pointer, fromPeriod, errors);
            errors.required(pointer + "/phone", phone);
            if (phone != null && !MOBILE.matcher(phone).matches()) {
                errors.add(pointer + "/phone", "mobile-number-invalid");
            }
        }

        MobileNotice masked() {
            return new MobileNotice(wish, fromPeriod, hidden(phone));
        }

        /** Masked: a phone number is never logged. */
        @Override
        public String toString() {
            return "MobileNotice[" + wish + " ***]";
        }
    }

    /** 10709: where overpaid premiums go. */
    @Schema(
            name = "RefundTo",
            requiredProperties = {"account"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefundTo(ReturnFields.RefundAccount account) implements ApplicationContent {

        @Override
        public void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/account", account);
            if (account != null) {
                account.check(pointer + "/account", errors);
            }
        }

        RefundTo masked() {
            return new RefundTo(account.masked());
        }
    }

    /** Automatic debit of instalments from an account, from the second instalment on at the earliest. */
    @Schema(
            name = "DebitAccount",
            requiredProperties = {"wish", "fromPeriod", "account"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DebitAccount(Wish wish, Integer fromPeriod, ReturnFields.RefundAccount account)
            implements ApplicationContent {

        @Override
        public void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/wish", wish);
            period(pointer, fromPeriod, errors);
            errors.required(pointer + "/account", account);
            if (account != null) {
                account.check(pointer + "/account", errors);
            }
        }

        DebitAccount masked() {
            return new DebitAccount(wish, fromPeriod, account.masked());
        }
    }

    /** Automatic debit of instalments from a credit card. */
    @Schema(
            name = "DebitCard",
            requiredProperties = {"wish", "fromPeriod", "issuer", "cardNo", "holderName"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DebitCard(Wish wish, Integer fromPeriod, String issuer, String cardNo, String holderName)
            implements ApplicationContent {

        private static final Pattern CARD_NO = Pattern.compile("[0-9]{4}-?[0-9]{4}-?[0-9]{4}-?[0-9]{2,4}");

        @Override
        public void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/wish", wish);
            period(pointer, fromPeriod, errors);
            errors.required(pointer + "/issuer", issuer);
            errors.text(pointer + "/issuer", issuer, 50);
            errors.required(pointer + "/cardNo", cardNo);
            if (cardNo != null && !(CARD_NO.matcher(cardNo).matches() && checkDigitFits(cardNo))) {
                errors.add(pointer + "/cardNo", "card-number-invalid");
            }
            errors.required(pointer + "/holderName", holderName);
            errors.text(pointer + "/holderName", holderName, 100);
        }

        /** ISO/IEC 7812-1: every second digit from the right doubled, its digits added; the sum ends in zero. */
        private static boolean checkDigitFits(String number) {
            String digits = number.replace("-", "");
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(digits.length() - 1 - i) - '0';
                int weighted = i % 2 == 0 ? digit : 2 * digit;
                sum += weighted / 10 + weighted % 10;
            }
            return sum % 10 == 0;
        }

        DebitCard masked() {
            return new DebitCard(wish, fromPeriod, issuer, hidden(cardNo), holderName);
        }

        /** Masked: a card number is never logged. */
        @Override
        public String toString() {
            return "DebitCard[" + issuer + " ***]";
        }
    }

    /** 10710: premium support of billed workplaces; nothing of it is for self-assessed ones, which use 10712. */
    @Schema(name = "LeviedSupport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LeviedSupport(String remark) implements ApplicationContent {

        @Override
        public void check(String pointer, FieldErrors errors) {
            errors.text(pointer + "/remark", remark, 500);
        }
    }

    /** Why a due date cannot be kept. */
    public enum Cause {
        DISASTER,
        EPIDEMIC,
        OUTAGE,
        OTHER
    }

    /**
     * An extension of one due date (납부기한 연장신청).
     *
     * @param dueDate the last day as it stands, by the business calendar
     * @param wantedUntil the last day asked for
     */
    @Schema(
            name = "ExtensionWish",
            requiredProperties = {"dueDate", "wantedUntil", "cause", "explanation"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExtensionWish(LocalDate dueDate, LocalDate wantedUntil, Cause cause, String explanation)
            implements ApplicationContent {

        @Override
        public void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/dueDate", dueDate);
            errors.required(pointer + "/wantedUntil", wantedUntil);
            if (dueDate != null && wantedUntil != null && !wantedUntil.isAfter(dueDate)) {
                errors.add(pointer + "/wantedUntil", "extension-not-later");
            }
            errors.required(pointer + "/cause", cause);
            errors.required(pointer + "/explanation", explanation);
            errors.text(pointer + "/explanation", explanation, 500);
        }
    }

    private static void period(String pointer, Integer fromPeriod, FieldErrors errors) {
        errors.required(pointer + "/fromPeriod", fromPeriod);
        if (fromPeriod != null && (fromPeriod < 1 || fromPeriod > 4)) {
            errors.add(pointer + "/fromPeriod", "instalment-expected");
        }
    }

    private static String hidden(String number) {
        int shown = number.length() - SHOWN;
        return number.substring(0, shown).replaceAll("[0-9]", "*") + number.substring(shown);
    }
}
