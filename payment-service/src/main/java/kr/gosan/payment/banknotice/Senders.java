package kr.gosan.payment.banknotice;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kr.gosan.payment.debt.BankMessage;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Reversal;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.virtualaccount.VirtualAccount;
import kr.gosan.payment.virtualaccount.VirtualAccounts;

/**
 * In whose books a movement stands. A bank collects for giro and the card network too and may tell of anything; those two
 * tell only of their own.
 */
@Singleton
class Senders {

    private static final Set<Institution> BANKS = EnumSet.of(Institution.BANK_WOORI, Institution.BANK_HANA);

    private final VirtualAccounts accounts;

    Senders(VirtualAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param signer whose key the message was signed with; of the banks, which share one, either
     * @param told whom the message names; null when nobody
     * @return empty when the signer may not tell this
     */
    Optional<Institution> of(Institution signer, Institution told, BankMessage message) {
        if (BANKS.contains(signer)) {
            return Optional.of(told == null ? usual(message) : told);
        }
        boolean its = switch (message) {
            case Notice notice -> ownChannels(signer).contains(notice.channel());
            case Reversal reversal -> true;
        };
        return its && (told == null || told == signer) ? Optional.of(signer) : Optional.empty();
    }

    private Institution usual(BankMessage message) {
        return switch (message) {
            case Notice notice ->
                switch (notice.channel()) {
                    case GIRO, INTERNET_BANKING, DEBIT_ACCOUNT -> Institution.GIRO;
                    case CREDIT_CARD, CHECK_CARD, DEBIT_CARD -> Institution.CARD;
                    case VIRTUAL_ACCOUNT, COUNTER, BRANCH, MOBILE ->
                        Optional.ofNullable(notice.virtualAccountNo())
                                .flatMap(accounts::find)
                                .map(VirtualAccount::bank)
                                .orElse(Institution.BANK_WOORI);
                };
            case Reversal reversal -> Institution.BANK_WOORI;
        };
    }

    private static Set<Channel> ownChannels(Institution institution) {
        return switch (institution) {
            case GIRO -> EnumSet.of(Channel.GIRO, Channel.INTERNET_BANKING, Channel.MOBILE, Channel.DEBIT_ACCOUNT);
            case CARD -> EnumSet.of(Channel.CREDIT_CARD, Channel.CHECK_CARD, Channel.DEBIT_CARD);
            case BANK_WOORI, BANK_HANA -> EnumSet.allOf(Channel.class);
            case NHIS -> EnumSet.noneOf(Channel.class);
        };
    }
}
