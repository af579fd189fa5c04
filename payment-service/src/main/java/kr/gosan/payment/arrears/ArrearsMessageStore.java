package kr.gosan.payment.arrears;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.charge.CollectedMoney;
import kr.gosan.payment.arrears.charge.DebtHistory;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.institution.ArrearsHandOver.Change;
import kr.gosan.payment.institution.ArrearsHandOver.Message;

/** What the collector of arrears is to be told, and what he was told. */
@Singleton
public class ArrearsMessageStore {

    private static final int PAGE = 100;

    /** So that only one instance tells at a time, and in order. */
    private static final long TELLING = 7_390_170;

    private static final Set<OpenItem.Item> OTHERS = Set.of(
            OpenItem.Item.COLLECTION_COST,
            OpenItem.Item.LATE_CHARGE,
            OpenItem.Item.SURCHARGE,
            OpenItem.Item.BENEFIT_RECOVERY);

    private static final TypeReference<Map<Fund, Won>> BY_FUND = new TypeReference<>() {};
    private static final TypeReference<Map<OpenItem.Item, Map<Fund, Won>>> BY_ITEM = new TypeReference<>() {};

    private final EntityManager entities;
    private final ObjectMapper mapper;

    ArrearsMessageStore(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** A message that was not told yet. @param no its place in the order of messages */
    record Untold(long no, Message message) {}

    /** What there is to collect: the premium, and by what it is everything else that bears no late charge. */
    record ToCollect(Map<Fund, Won> principal, Map<OpenItem.Item, Map<Fund, Won>> others) {

        static final ToCollect NOTHING = new ToCollect(Map.of(), Map.of());

        /** What is open of a debt that was handed over. */
        static ToCollect of(DebtHistory history) {
            return of(history.balanceOn(Account.ARREARS, LocalDate.MAX), history);
        }

        /** Of the premium, and whatever else is open by the books; a fine is collected by who imposed it. */
        static ToCollect of(Map<Fund, Won> principal, DebtHistory history) {
            Map<OpenItem.Item, Map<Fund, Won>> others = new EnumMap<>(OpenItem.Item.class);
            for (OpenItem.Item item : OTHERS) {
                others.put(item, history.balanceOn(CollectedMoney.dueAccount(item), LocalDate.MAX));
            }
            others.values().removeIf(Map::isEmpty);
            return new ToCollect(principal, others);
        }
    }

    /** Leaves a message; it commits, or not, with the change it tells of. */
    @Transactional(Transactional.TxType.MANDATORY)
    void leave(UUID messageId, Change change, Slip slip, LocalDate chargedAfter, ToCollect what, LocalDate on) {
        write(messageId, change.name(), slip, chargedAfter, what, on);
    }

    /** Notes that a late payment left nothing to collect: it is not looked at again. */
    @Transactional(Transactional.TxType.MANDATORY)
    void leaveNothing(UUID messageId, Slip slip, LocalDate chargedAfter, LocalDate on) {
        write(messageId, "NOTHING", slip, chargedAfter, ToCollect.NOTHING, on);
    }

    private void write(UUID messageId, String change, Slip slip, LocalDate chargedAfter, ToCollect what, LocalDate on) {
        Debt debt = slip.debt();
        entities.createNativeQuery("insert into arrears_message (message_id, change, slip_id, debt_kind, management_no,"
                        + " insurance_year, origin_id, return_id, insurance, period, charged_after, principal,"
                        + " decided_on, others) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as uuid), ?9, ?10,"
                        + " ?11, cast(?12 as jsonb), ?13, cast(?14 as jsonb))")
                .setParameter(1, messageId)
                .setParameter(2, change)
                .setParameter(3, slip.slipId())
                .setParameter(4, debt.kind().name())
                .setParameter(5, debt.managementNo().digits())
                .setParameter(6, debt.insuranceYear())
                .setParameter(7, debt.originId())
                .setParameter(
                        8, debt.returnId() == null ? null : debt.returnId().toString())
                .setParameter(9, debt.insurance().name())
                .setParameter(10, debt.period())
                .setParameter(11, chargedAfter)
                .setParameter(12, json(what.principal()))
                .setParameter(13, on)
                .setParameter(14, json(what.others()))
                .executeUpdate();
    }

    /** Whether the last that was decided on the debt left it with the collector, told or not. */
    boolean isWithCollector(Debt debt) {
        return entities
                .createNativeQuery(
                        "select change from arrears_message where management_no = ?1 and origin_id = ?2 and insurance = ?3"
                                + " and period = ?4 and debt_kind = ?5 order by no desc limit 1",
                        String.class)
                .setParameter(1, debt.managementNo().digits())
                .setParameter(2, debt.originId())
                .setParameter(3, debt.insurance().name())
                .setParameter(4, debt.period())
                .setParameter(5, debt.kind().name())
                .getResultList()
                .stream()
                .map(String.class::cast)
                .anyMatch(change -> change.equals(Change.HANDED_OVER.name()) || change.equals(Change.REDUCED.name()));
    }

    /** Whether this instance may tell until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean mayTell() {
        return (Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(?1)", Boolean.class)
                .setParameter(1, TELLING)
                .getSingleResult();
    }

    /** Messages after a place in their order that were not told, the earliest first; a page of them. */
    @SuppressWarnings("unchecked")
    List<Untold> untold(long after) {
        List<Object[]> rows = entities.createNativeQuery("select no, message_id, change, debt_kind, management_no,"
                        + " insurance_year, origin_id, return_id, insurance, period, cast(charged_after as text),"
                        + " cast(principal as text), cast(decided_on as text), cast(others as text) from arrears_message m"
                        + " where no > ?1 and change <> 'NOTHING' and not exists"
                        + " (select 1 from arrears_message_told t where t.message_id = m.message_id)"
                        + " and not exists (select 1 from arrears_message_refused r where r.message_id = m.message_id)"
                        + " order by no limit " + PAGE)
                .setParameter(1, after)
                .getResultList();
        return rows.stream()
                .map(row -> new Untold(
                        ((Number) row[0]).longValue(),
                        new Message(
                                (UUID) row[1],
                                Change.valueOf((String) row[2]),
                                new Debt(
                                        DebtKind.valueOf((String) row[3]),
                                        WorkplaceNumber.of((String) row[4]),
                                        ((Number) row[5]).intValue(),
                                        (UUID) row[6],
                                        (UUID) row[7],
                                        Insurance.valueOf((String) row[8]),
                                        ((Number) row[9]).intValue()),
                                LocalDate.parse((String) row[10]),
                                read((String) row[11], BY_FUND),
                                read((String) row[13], BY_ITEM),
                                LocalDate.parse((String) row[12]))))
                .toList();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void told(UUID messageId, String receiptNo) {
        entities.createNativeQuery("insert into arrears_message_told (message_id, receipt_no) values (?1, ?2)"
                        + " on conflict do nothing")
                .setParameter(1, messageId)
                .setParameter(2, receiptNo)
                .executeUpdate();
    }

    /** Puts a message aside that the collector refused. */
    @Transactional(Transactional.TxType.MANDATORY)
    void refused(UUID messageId, String what) {
        entities.createNativeQuery("insert into arrears_message_refused (message_id, what) values (?1, ?2)"
                        + " on conflict do nothing")
                .setParameter(1, messageId)
                .setParameter(2, what)
                .executeUpdate();
    }

    private String json(Map<?, ?> amounts) {
        try {
            return mapper.writeValueAsString(amounts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
