package kr.gosan.premium.amendment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.crypto.FieldCipher;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.amendment.rules.Figures;
import kr.gosan.premium.amendment.rules.RemainingInstalments.Billed;
import kr.gosan.premium.filing.PremiumReturn;
import kr.gosan.premium.filing.PremiumReturnStore;
import kr.gosan.premium.filing.ReturnFields;
import kr.gosan.premium.filing.ReturnRequest;

/** Keeps corrections, and answers what of a return is in force. Refund accounts are stored encrypted, bound to their row. */
@Singleton
public class CorrectionStore {

    /** The most corrections one page of a list holds. */
    static final int PAGE = 50;

    private final EntityManager entities;
    private final PremiumReturnStore returns;
    private final ObjectMapper mapper;
    private final FieldCipher cipher;

    public CorrectionStore(
            EntityManager entities, PremiumReturnStore returns, ObjectMapper mapper, FieldCipher cipher) {
        this.entities = entities;
        this.returns = returns;
        this.mapper = mapper;
        this.cipher = cipher;
    }

    /** The figures in force of a return: its last accepted correction or the return itself; empty for a draft. */
    public Optional<InForce> inForce(UUID returnId) {
        return returns.find(returnId).filter(it -> !it.isDraft()).map(this::inForce);
    }

    InForce inForce(PremiumReturn filed) {
        FiledFigures original = filedFigures(filed);
        Map<Insurance, List<Billed>> instalments = new EnumMap<>(original.instalments());
        InForce latest = new InForce(
                0, SplitByMonths.keptIn(filed.content(), calculation(filed)), original.figures(), instalments, false);
        for (Correction it : chain(filed.id())) {
            if (it.effect().isPresent()) {
                Correction.Effect effect = it.effect().get();
                effect.adjustment().insurances().stream()
                        .filter(part -> part.periods() != null)
                        .forEach(part -> instalments.put(
                                part.insurance(),
                                part.periods().stream()
                                        .map(each -> original.billed(part.insurance(), each.period())
                                                .now(each.after()))
                                        .toList()));
                latest = new InForce(
                        it.no(),
                        effect.content(),
                        effect.figures(),
                        instalments,
                        latest.estimateReduced() || it.kind() == CorrectionKind.ESTIMATE_REDUCTION);
            }
        }
        return latest;
    }

    FiledFigures filedFigures(PremiumReturn filed) {
        return FiledFigures.of(calculation(filed));
    }

    private JsonNode calculation(PremiumReturn filed) {
        try {
            return mapper.readTree(filed.filed().orElseThrow().calculation());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored calculation cannot be read", e);
        }
    }

    /** All corrections of a return, in their order. */
    List<Correction> chain(UUID returnId) {
        return query("returnId = ?1 order by no", returnId);
    }

    Optional<Correction> find(UUID returnId, int no) {
        return query("returnId = ?1 and no = ?2", returnId, no).stream().findFirst();
    }

    Optional<Correction> find(UUID id) {
        return query("id = ?1", id).stream().findFirst();
    }

    /** Newest first, one more than a page when there are more; of these workplaces, or of all when null. */
    List<Correction> list(CorrectionKind kind, List<WorkplaceNumber> workplaces, UUID before) {
        List<String> numbers = workplaces == null
                ? List.of("-")
                : workplaces.stream().map(WorkplaceNumber::digits).toList();
        return entities
                .createQuery(
                        "from CorrectionEntity where kind = ?1 and (?2 = true or managementNo in ?3)"
                                + " and (?4 = true or id < ?5) order by id desc",
                        CorrectionEntity.class)
                .setParameter(1, kind)
                .setParameter(2, workplaces == null)
                .setParameter(3, numbers)
                .setParameter(4, before == null)
                .setParameter(5, before == null ? new UUID(0, 0) : before)
                .setMaxResults(PAGE + 1)
                .getResultList()
                .stream()
                .map(this::read)
                .toList();
    }

    /** The return that the workplace filed for the year. */
    public Optional<UUID> filedReturn(WorkplaceNumber workplace, int insuranceYear) {
        @SuppressWarnings("unchecked")
        List<UUID> found = entities.createNativeQuery(
                        "select return_id from filed_year where management_no = ?1 and insurance_year = ?2", UUID.class)
                .setParameter(1, workplace.digits())
                .setParameter(2, insuranceYear)
                .getResultList();
        return found.stream().findFirst();
    }

    /** What stands against changing the estimate of the return: that of the next year settled it; empty when none did. */
    Optional<CorrectionOutcome> estimateSettled(PremiumReturn filed) {
        int next = filed.content().insuranceYear() + 1;
        return filedReturn(filed.managementNo(), next)
                .map(settling -> CorrectionOutcome.NotAcceptable.because(
                        "/estimated", "estimate-settled", Integer.toString(next)));
    }

    /** The returns that all workplaces of the same business number filed for the year, this one's among them. */
    public List<UUID> filedReturnsOfBusiness(WorkplaceNumber workplace, int insuranceYear) {
        @SuppressWarnings("unchecked")
        List<UUID> found = entities.createNativeQuery(
                        "select return_id from filed_year where insurance_year = ?2 and (management_no = ?1 or management_no in"
                                + " (select other.management_no from workplace own join workplace other"
                                + " on other.business_number = own.business_number where own.management_no = ?1))",
                        UUID.class)
                .setParameter(1, workplace.digits())
                .setParameter(2, insuranceYear)
                .getResultList();
        return found;
    }

    void add(Correction it) {
        CorrectionEntity row = new CorrectionEntity();
        row.id = it.id();
        row.returnId = it.returnId();
        row.no = it.no();
        row.managementNo = it.managementNo().digits();
        row.insuranceYear = it.insuranceYear();
        row.kind = it.kind();
        row.memberId = it.memberId();
        row.clientReference = it.statement().clientReference();
        row.reason = it.statement().reason();
        row.evidence = it.statement().evidence();
        row.forceMajeure = it.statement().forceMajeure();
        row.filedOn = it.filedOn();
        row.decideBy = it.decideBy();
        row.stated = json(it.statement().sections());
        row.refundAccount = it.statement().refundAccount() == null
                ? null
                : cipher.encrypt(json(it.statement().refundAccount()), binding(it.id()));
        decide(row, it);
        entities.persist(row);
        entities.flush();
    }

    void decided(Correction it) {
        decide(entities.find(CorrectionEntity.class, it.id()), it);
        entities.flush();
    }

    private void decide(CorrectionEntity row, Correction it) {
        row.state = it.state();
        it.decision().ifPresent(decision -> {
            row.decidedOn = decision.on();
            row.decidedBy = decision.by();
            row.decisionReason = decision.reason();
        });
        it.effect().ifPresent(effect -> {
            row.content = json(effect.content().masked());
            row.figures = json(effect.figures());
            row.adjustment = json(effect.adjustment());
            row.noticeBy = effect.noticeBy();
            row.law = effect.law();
            row.trace = effect.trace();
        });
    }

    private List<Correction> query(String condition, Object... values) {
        var found = entities.createQuery("from CorrectionEntity where " + condition, CorrectionEntity.class);
        for (int i = 0; i < values.length; i++) {
            found.setParameter(i + 1, values[i]);
        }
        return found.getResultList().stream().map(this::read).toList();
    }

    /** The account a correction names for its refund; whole. */
    Optional<ReturnFields.RefundAccount> refundAccount(UUID correctionId) {
        return Optional.ofNullable(entities.find(CorrectionEntity.class, correctionId))
                .flatMap(this::refundAccount);
    }

    private Optional<ReturnFields.RefundAccount> refundAccount(CorrectionEntity row) {
        return Optional.ofNullable(row.refundAccount)
                .map(secret -> read(cipher.decrypt(secret, binding(row.id)), ReturnFields.RefundAccount.class));
    }

    private Correction read(CorrectionEntity row) {
        ReturnFields.RefundAccount account =
                refundAccount(row).map(ReturnFields.RefundAccount::masked).orElse(null);
        return new Correction(
                row.id,
                row.returnId,
                row.no,
                WorkplaceNumber.of(row.managementNo),
                row.insuranceYear,
                row.kind,
                row.state,
                row.memberId,
                row.filedOn,
                row.decideBy,
                new Correction.Statement(
                        read(row.stated, Correction.Sections.class),
                        row.clientReference,
                        row.reason,
                        row.evidence,
                        row.forceMajeure,
                        account),
                Optional.ofNullable(row.decidedOn)
                        .map(day -> new Correction.Decision(day, row.decidedBy, row.decisionReason)),
                Optional.ofNullable(row.figures)
                        .map(figures -> new Correction.Effect(
                                read(row.content, ReturnRequest.class),
                                read(figures, Figures.class),
                                read(row.adjustment, AdjustmentView.class),
                                row.noticeBy,
                                row.law,
                                row.trace)));
    }

    private static String binding(UUID id) {
        return "correction:" + id;
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored correction cannot be read", e);
        }
    }
}
