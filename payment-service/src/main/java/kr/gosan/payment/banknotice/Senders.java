package kr.gosan.payment.banknotice;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.payment.debt.BankMessage;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Reversal;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.virtualaccount.VirtualAccount;
import kr.gosan.payment.virtualaccount.VirtualAccounts;
import kr.gosan.platform.json.FieldErrors;

/**
 * In whose books a movement stands. A bank collects for giro and the card network too and may tell of anything; those two
 * tell only of their own. Each numbers its own movements, so a reversal names a payment in the same books and never another.
 */
@Singleton
class Senders {

    private static final Set<Institution> BANKS = EnumSet.of(Institution.BANK_WOORI, Institution.BANK_HANA);

    private final VirtualAccounts accounts;
    private final NoticeStore notices;

    Senders(VirtualAccounts accounts, NoticeStore notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    /**
     * @param signer whose key the message was signed with; of the banks, which share one, either
     * @param told whom the message names; null when nobody
     * @param client the member id it came with
     * @return empty when the signer may not tell this
     * @throws kr.gosan.platform.json.InvalidRequest when a bank takes back a payment that stands in nobody's books yet, or under
     *     one number in several, without saying whose it is
     */
    Optional<Institution> of(Institution signer, Institution told, String client, BankMessage message) {
        if (BANKS.contains(signer)) {
            return Optional.of(told == null ? usual(client, message) : told);
        }
        boolean its = switch (message) {
            case Notice notice -> ownChannels(signer).contains(notice.channel());
            // In its own books, as everything it tells.
            case Reversal reversal -> true;
        };
        return its && (told == null || told == signer) ? Optional.of(signer) : Optional.empty();
    }

    private Institution usual(String client, BankMessage message) {
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
            case Reversal reversal -> ofPayment(client, reversal);
        };
    }

    private Institution ofPayment(String client, Reversal reversal) {
        List<Institution> books = notices.institutionsOf(client, reversal.originalTransactionId());
        if (books.size() != 1) {
            FieldErrors errors = new FieldErrors();
            errors.required("/institution", null);
            errors.throwIfAny();
        }
        return books.getFirst();
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
