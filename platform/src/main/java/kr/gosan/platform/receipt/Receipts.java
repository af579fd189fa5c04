package kr.gosan.platform.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.json.CanonicalJson;

/** Issues signed receipts and finds them again. */
@Singleton
public class Receipts {

    private final EntityManager entities;
    private final ReceiptKeys keys;
    private final CanonicalJson canonical;
    private final ObjectMapper mapper;
    private final String letter;

    public Receipts(
            EntityManager entities,
            ReceiptKeys keys,
            CanonicalJson canonical,
            ObjectMapper mapper,
            GosanConfig config) {
        this.entities = entities;
        this.keys = keys;
        this.canonical = canonical;
        this.mapper = mapper;
        this.letter = config.service().substring(0, 1).toUpperCase(Locale.ROOT);
    }

    /**
     * Issues the receipt of a filing inside the filing's transaction.
     *
     * @param filing the filing as its owner sees it; personal numbers are masked in its JSON form
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Receipt issue(
            String filingType, UUID filingId, WorkplaceNumber workplace, Object filing, Instant acceptedAt) {
        OffsetDateTime time = KoreanTime.timeOf(acceptedAt);
        long serial = ((Number) entities.createNativeQuery("select nextval('receipt_serial')")
                        .getSingleResult())
                .longValue();
        String number = "%s-%s-%07d"
                .formatted(letter, time.format(DateTimeFormatter.BASIC_ISO_DATE).substring(0, 8), serial);
        String sha256 = HexFormat.of().formatHex(CanonicalJson.sha256(canonical.of(filing)));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("receiptNo", number);
        claims.put("filingType", filingType);
        claims.put("filingId", filingId);
        claims.put("managementNo", workplace);
        claims.put("sha256", sha256);
        claims.put("acceptedAt", time);
        claims.put("status", "ACCEPTED");
        Receipt receipt =
                new Receipt(number, filingType, filingId, workplace.digits(), sha256, time, keys.sign(json(claims)));
        entities.createNativeQuery("insert into receipt (receipt_no, filing_type, filing_id, management_no, sha256,"
                        + " accepted_at, jws) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, receipt.receiptNo())
                .setParameter(2, filingType)
                .setParameter(3, filingId)
                .setParameter(4, receipt.managementNo())
                .setParameter(5, sha256)
                .setParameter(6, acceptedAt.atOffset(ZoneOffset.UTC))
                .setParameter(7, receipt.jws())
                .executeUpdate();
        return receipt;
    }

    public Optional<Receipt> find(String receiptNo) {
        return found("receipt_no = ?1", receiptNo);
    }

    public Optional<Receipt> ofFiling(UUID filingId) {
        return found("filing_id = ?1", filingId);
    }

    private Optional<Receipt> found(String condition, Object value) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "select receipt_no, filing_type, filing_id, management_no, sha256, accepted_at, jws from receipt where "
                                + condition)
                .setParameter(1, value)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Receipt(
                        (String) row[0],
                        (String) row[1],
                        (UUID) row[2],
                        (String) row[3],
                        (String) row[4],
                        KoreanTime.timeOf((Instant) row[5]),
                        (String) row[6]));
    }

    private String json(Map<String, Object> claims) {
        try {
            return mapper.writeValueAsString(claims);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
