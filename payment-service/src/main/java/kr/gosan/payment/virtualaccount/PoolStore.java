package kr.gosan.payment.virtualaccount;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.payment.institution.Institution;

/** The account numbers no slip has yet, the blocks that were ordered, and the slips that wait for a number. */
@Singleton
class PoolStore {

    private final EntityManager entities;
    private final VirtualAccounts accounts;

    PoolStore(EntityManager entities, VirtualAccounts accounts) {
        this.entities = entities;
        this.accounts = accounts;
    }

    /** An order for a block of numbers. */
    record Order(UUID requestId, int size) {}

    /**
     * What the bank has to be asked for: an order that was never answered, or a new one when the pool is low. It is stored
     * before anybody asks, so that a bank hears one order once, whoever dies.
     */
    @Transactional
    Optional<Order> order(Institution bank, int low, int size) {
        entities.createNativeQuery("select pg_advisory_xact_lock(hashtext('virtual-accounts-' || :bank))")
                .setParameter("bank", bank.name())
                .getSingleResult();
        List<Object[]> asked = entities.createNativeQuery(
                        "select request_id, size from virtual_account_block where bank = :bank and arrived_at is null",
                        Object[].class)
                .setParameter("bank", bank.name())
                .getResultList();
        Optional<Order> open = asked.stream()
                .map(row -> new Order((UUID) row[0], (Integer) row[1]))
                .findFirst();
        if (open.isPresent() || free(bank, low) >= low) {
            return open;
        }
        Order order = new Order(UUID.randomUUID(), size);
        entities.createNativeQuery(
                        "insert into virtual_account_block (request_id, bank, size) values (:id, :bank, :size)")
                .setParameter("id", order.requestId())
                .setParameter("bank", bank.name())
                .setParameter("size", size)
                .executeUpdate();
        return Optional.of(order);
    }

    /** How many numbers are free, counted no further than needed. */
    private long free(Institution bank, int most) {
        return ((Number) entities.createNativeQuery("select count(*) from (select 1 from virtual_account"
                                + " where bank = :bank and slip_id is null limit :most) as counted")
                        .setParameter("bank", bank.name())
                        .setParameter("most", most)
                        .getSingleResult())
                .longValue();
    }

    /** Adds a block, once. A number that is here already stays as it is: it may stand on a slip. */
    @Transactional
    void add(Institution bank, UUID requestId, List<String> numbers) {
        int arrived = entities.createNativeQuery("update virtual_account_block set arrived_at = now()"
                        + " where request_id = :id and arrived_at is null")
                .setParameter("id", requestId)
                .executeUpdate();
        if (arrived == 1) {
            entities.createNativeQuery("insert into virtual_account (account_no, bank, request_id)"
                            + " select unnest(cast(string_to_array(:numbers, ',') as text[])), :bank, :id"
                            + " on conflict (account_no) do nothing")
                    .setParameter("numbers", String.join(",", numbers))
                    .setParameter("bank", bank.name())
                    .setParameter("id", requestId)
                    .executeUpdate();
        }
    }

    /**
     * Gives numbers to a page of the slips that wait for some; one that may not be paid any more needs none. One bank may have
     * numbers when the other has not, so every slip that waits is looked at.
     *
     * @param after the last slip of the page before
     * @param most on a page, 1 or more
     * @return the last slip of the page; empty when there was none
     */
    @Transactional
    Optional<UUID> fillIn(UUID after, int most) {
        List<UUID> waiting = waiting(after, most);
        for (UUID slip : waiting) {
            boolean open = !entities.createNativeQuery("select 1 from slip where slip_id = :slip and state = 'ISSUED'")
                    .setParameter("slip", slip)
                    .getResultList()
                    .isEmpty();
            if (open) {
                accounts.give(slip);
            }
            if (!open
                    || accounts.ofSlips(List.of(slip))
                                    .getOrDefault(slip, List.of())
                                    .size()
                            == Banks.ALL.size()) {
                entities.createNativeQuery("delete from slip_without_account where slip_id = :slip")
                        .setParameter("slip", slip)
                        .executeUpdate();
            }
        }
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.getLast());
    }

    private List<UUID> waiting(UUID after, int most) {
        return entities.createNativeQuery(
                        "select slip_id from slip_without_account where slip_id > :after"
                                + " order by slip_id limit :most for update skip locked",
                        UUID.class)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
    }
}
