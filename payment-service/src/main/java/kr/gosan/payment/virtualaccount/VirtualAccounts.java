package kr.gosan.payment.virtualaccount;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gosan.payment.institution.Institution;

/**
 * The virtual accounts of slips, one at each bank. Each is given once. It may be paid to exactly while its slip may be paid:
 * ask the slip.
 */
@Singleton
public class VirtualAccounts {

    /** One free number of each bank; numbers that other transactions are taking are passed over, not waited for. */
    private static final String GIVE = """
            with woori as (
                select account_no from virtual_account where bank = 'BANK_WOORI' and slip_id is null
                        and not exists (select from virtual_account where slip_id = :slip and bank = 'BANK_WOORI')
                    order by account_no limit 1 for update skip locked),
            hana as (
                select account_no from virtual_account where bank = 'BANK_HANA' and slip_id is null
                        and not exists (select from virtual_account where slip_id = :slip and bank = 'BANK_HANA')
                    order by account_no limit 1 for update skip locked)
            update virtual_account set slip_id = :slip, given_at = now()
                where account_no in (select account_no from woori union all select account_no from hana)
            """;

    private final EntityManager entities;

    VirtualAccounts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Gives a slip the accounts it has not. Where the pool is empty the slip does without, until {@link RefillPool} fills it in.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void give(UUID slipId) {
        int given =
                entities.createNativeQuery(GIVE).setParameter("slip", slipId).executeUpdate();
        if (given < Banks.ALL.size()) {
            entities.createNativeQuery("insert into slip_without_account (slip_id) select cast(:slip as uuid) where"
                            + " (select count(*) from virtual_account where slip_id = :slip) < :banks"
                            + " on conflict do nothing")
                    .setParameter("slip", slipId)
                    .setParameter("banks", Banks.ALL.size())
                    .executeUpdate();
        }
    }

    /**
     * The account and its slip, or nothing when the number was given to none.
     *
     * @param accountNo with or without hyphens
     */
    public Optional<VirtualAccount> find(String accountNo) {
        return read("account_no = :value", accountNo.replace("-", "")).stream().findFirst();
    }

    /** The accounts of slips; a slip that has none is missing. */
    public Map<UUID, List<VirtualAccount>> ofSlips(Collection<UUID> slipIds) {
        return slipIds.isEmpty()
                ? Map.of()
                : read("slip_id in :value", slipIds).stream().collect(Collectors.groupingBy(VirtualAccount::slipId));
    }

    private List<VirtualAccount> read(String condition, Object value) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select account_no, bank, slip_id from virtual_account where slip_id is not null and "
                                + condition + " order by bank desc",
                        Object[].class)
                .setParameter("value", value)
                .getResultList();
        return rows.stream()
                .map(row -> new VirtualAccount((String) row[0], Institution.valueOf((String) row[1]), (UUID) row[2]))
                .toList();
    }
}
