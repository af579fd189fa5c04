package kr.gosan.payment.virtualaccount;

import java.util.UUID;
import kr.gosan.payment.institution.Institution;

/**
 * An account number that stands for one slip (가상계좌). It belongs to the agency and tells nothing of the payer, so it is shown
 * in full.
 *
 * @param accountNo digits only
 * @param bank {@link Institution#BANK_WOORI} or {@link Institution#BANK_HANA}
 * @param slipId the slip it was given to, for ever
 */
public record VirtualAccount(String accountNo, Institution bank, UUID slipId) {

    /** Its bank, as printed on slips. */
    public String bankName() {
        return switch (bank) {
            case BANK_WOORI -> "우리은행";
            case BANK_HANA -> "하나은행";
            case GIRO, CARD, NHIS -> throw new IllegalStateException(bank + " has no virtual accounts");
        };
    }
}
