package kr.gosan.platform.receipt;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Proof that a filing was accepted: it is committed and will be processed.
 *
 * @param receiptNo 접수번호, such as {@code P-20220310-0000001}
 * @param sha256 hex SHA-256 of the canonical filing (RFC 8785)
 * @param jws compact JWS (ES256) over all of these, verifiable offline against the published receipt keys
 */
public record Receipt(
        String receiptNo,
        String filingType,
        UUID filingId,
        String managementNo,
        String sha256,
        OffsetDateTime acceptedAt,
        String jws) {}
