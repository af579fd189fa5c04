package kr.gosan.premium.application;

import kr.gosan.platform.json.FieldErrors;

/** What one form states beside workplace and year; each with the check of its own fields. */
public sealed interface ApplicationContent
        permits ApplicationFields.WageClaimReduction,
                ApplicationFields.SpecialPremium,
                ApplicationFields.MobileNotice,
                ApplicationFields.RefundTo,
                ApplicationFields.DebitAccount,
                ApplicationFields.DebitCard,
                ApplicationFields.LeviedSupport,
                ApplicationFields.ExtensionWish,
                SurveyFields.Survey,
                SurveyFields.WorkerCount,
                SupportFields.Support {

    void check(String pointer, FieldErrors errors);
}
