package kr.gosan.payment.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.payment.Page;
import kr.gosan.platform.crypto.FieldCipher;

/**
 * The accounts, cards and phones that premium-service tells were approved or named, with their history: a new one takes the
 * place of an older one, and nothing is changed or removed. Numbers are encrypted at rest, bound to their row.
 */
@Singleton
public class Accounts {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String COLUMNS = "registration_id, purpose, management_no, insurance_year, wish, from_period,"
            + " institution, masked, holder_kind, holder_fits, cast(filed_on as text), cast(registered_on as text)";
    /** Of two wishes the one filed later, in whatever order the office decided them. Ids of premium-service grow with time. */
    private static final String LATEST =
            " order by (return_id is not null), filed_on desc, registration_id desc limit 1";

    private final EntityManager entities;
    private final FieldCipher cipher;
    private final ObjectMapper mapper;

    Accounts(EntityManager entities, FieldCipher cipher, ObjectMapper mapper) {
        this.entities = entities;
        this.cipher = cipher;
        this.mapper = mapper;
    }

    /** Where refunds of the workplace go: the account applied for (10709) last, else the one a return or correction named last. */
    public Optional<RegisteredAccount> refundAccount(WorkplaceNumber workplace) {
        return latest("management_no = ?1 and purpose = 'REFUND'", workplace.digits());
    }

    /**
     * Where a refund that follows from one return or correction goes: the account named there, else the workplace's.
     *
     * @param originId the return or the correction
     */
    public Optional<RegisteredAccount> refundAccount(WorkplaceNumber workplace, UUID originId) {
        return latest(
                        "management_no = ?1 and purpose = 'REFUND' and registration_id = ?2",
                        workplace.digits(),
                        originId)
                .or(() -> refundAccount(workplace));
    }

    /**
     * The account or card an instalment is debited from; empty when there is none, or when debit was stopped.
     *
     * @param estimateYear the year of the estimate: the one after {@code Debt.insuranceYear}
     * @param period 2 to 4: a lump sum and a first instalment are never debited
     */
    public Optional<RegisteredAccount> debit(WorkplaceNumber workplace, int estimateYear, int period) {
        return latest(
                        "management_no = ?1 and purpose in ('DEBIT_ACCOUNT', 'DEBIT_CARD') and insurance_year = ?2"
                                + " and from_period <= ?3",
                        workplace.digits(),
                        estimateYear,
                        period)
                .filter(RegisteredAccount::isStart)
                .filter(found -> period >= found.fromPeriod() && period > 1);
    }

    /** The phone an instalment is notified to; empty when there is none, or when notices were stopped. */
    public Optional<RegisteredAccount> mobile(WorkplaceNumber workplace, int estimateYear, int period) {
        return latest(
                        "management_no = ?1 and purpose = 'MOBILE_NOTICE' and insurance_year = ?2 and from_period <= ?3",
                        workplace.digits(),
                        estimateYear,
                        period)
                .filter(RegisteredAccount::isStart)
                .filter(found -> period > 1);
    }

    /** What was registered, whether it still holds or not. */
    public Optional<RegisteredAccount> find(UUID registrationId, Purpose purpose) {
        return rows("registration_id = ?1 and purpose = ?2", registrationId, purpose.name()).stream()
                .findFirst();
    }

    /** The number in the clear, to be sent and forgotten. */
    public AccountNumber number(RegisteredAccount account) {
        byte[] secret = (byte[]) entities.createNativeQuery(
                        "select secret from registered_account where registration_id = ?1 and purpose = ?2",
                        byte[].class)
                .setParameter(1, account.registrationId())
                .setParameter(2, account.purpose().name())
                .getSingleResult();
        return read(cipher.decrypt(secret, binding(account.registrationId(), account.purpose())));
    }

    /** All that was ever registered for the workplace, latest first. */
    public List<RegisteredAccount> history(WorkplaceNumber workplace) {
        return rows(
                "management_no = ?1 order by registered_on desc, filed_on desc, registration_id desc",
                workplace.digits());
    }

    /** All that was ever registered for the workplace, in order of their ids, in pages. */
    public Page<RegisteredAccount> page(WorkplaceNumber workplace, UUID after) {
        return Page.of(
                rows(
                        "management_no = ?1 and registration_id > ?2 order by registration_id limit ?3",
                        workplace.digits(),
                        after == null ? FIRST : after,
                        Page.SIZE + 1),
                RegisteredAccount::registrationId);
    }

    /** Keeps it, unless it is known already. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean keep(AccountRegistered it, AccountNumber number) {
        return query(
                                "insert into registered_account (registration_id, purpose, return_id, management_no,"
                                        + " insurance_year, wish, from_period, institution, masked, holder_kind, holder_fits,"
                                        + " filed_on, registered_on, secret) values (?1, ?2, cast(?3 as uuid), ?4, ?5,"
                                        + " cast(?6 as text), ?7, cast(?8 as text), ?9, cast(?10 as text), ?11, ?12, ?13, ?14)"
                                        + " on conflict do nothing",
                                it.registrationId(),
                                it.purpose().name(),
                                it.returnId() == null ? null : it.returnId().toString(),
                                it.managementNo().digits(),
                                it.insuranceYear(),
                                it.wish() == null ? null : it.wish().name(),
                                it.fromPeriod() == null ? 0 : it.fromPeriod(),
                                it.institution(),
                                it.masked(),
                                it.holderKind() == null ? null : it.holderKind().name(),
                                it.holderFits(),
                                it.filedOn(),
                                it.registeredOn(),
                                cipher.encrypt(write(number), binding(it.registrationId(), it.purpose())))
                        .executeUpdate()
                == 1;
    }

    private Optional<RegisteredAccount> latest(String condition, Object... values) {
        return rows(condition + LATEST, values).stream().findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<RegisteredAccount> rows(String condition, Object... values) {
        List<Object[]> rows = query("select " + COLUMNS + " from registered_account where " + condition, values)
                .getResultList();
        return rows.stream().map(Accounts::account).toList();
    }

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    private static RegisteredAccount account(Object[] row) {
        return new RegisteredAccount(
                (UUID) row[0],
                Purpose.valueOf((String) row[1]),
                WorkplaceNumber.of((String) row[2]),
                ((Number) row[3]).intValue(),
                row[4] == null ? null : AccountRegistered.Wish.valueOf((String) row[4]),
                ((Number) row[5]).intValue(),
                (String) row[6],
                (String) row[7],
                row[8] == null ? null : EmployerKind.valueOf((String) row[8]),
                (Boolean) row[9],
                LocalDate.parse((String) row[10]),
                LocalDate.parse((String) row[11]));
    }

    private static String binding(UUID registrationId, Purpose purpose) {
        return "registered_account:" + registrationId + ":" + purpose;
    }

    private String write(AccountNumber number) {
        try {
            return mapper.writeValueAsString(number);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an account cannot be written");
        }
    }

    /** Without the cause: its message would quote the number. */
    private AccountNumber read(String json) {
        try {
            return mapper.readValue(json, AccountNumber.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an account cannot be read");
        }
    }
}
