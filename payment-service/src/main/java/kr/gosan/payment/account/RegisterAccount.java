package kr.gosan.payment.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import kr.gosan.platform.crypto.AccountSeal;
import kr.gosan.platform.event.PoisonEvent;

/** Takes over an account that premium-service tells of: opens what is sealed and keeps it encrypted with this service's own key. */
@Singleton
public class RegisterAccount {

    private final Accounts accounts;
    private final AccountSeal seal;
    private final ObjectMapper mapper;

    RegisterAccount(Accounts accounts, AccountSeal seal, ObjectMapper mapper) {
        this.accounts = accounts;
        this.seal = seal;
        this.mapper = mapper;
    }

    /** Throws {@link PoisonEvent} when the seal does not open: it was made with another key, or for something else. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void on(AccountRegistered registered) {
        String opened = seal.open(registered.sealed(), registered.boundTo())
                .orElseThrow(() ->
                        new PoisonEvent("the seal of registration " + registered.registrationId() + " does not open"));
        accounts.keep(registered, read(opened, registered));
    }

    private AccountNumber read(String opened, AccountRegistered registered) {
        try {
            return mapper.readValue(opened, AccountNumber.class);
        } catch (JsonProcessingException e) {
            // without the cause: its message would quote the number
            throw new PoisonEvent("registration " + registered.registrationId() + " holds no account number");
        }
    }
}
