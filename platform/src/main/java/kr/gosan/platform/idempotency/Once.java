package kr.gosan.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kr.gosan.platform.crypto.PersonIndex;
import kr.gosan.platform.http.ReceivedBody;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.problem.Problems;

/**
 * Runs a filing once per {@code Idempotency-Key}. The first run's answer is stored in the transaction of the filing
 * itself and given again, byte for byte, to every retry, for as long as the filing exists. Two requests with one key at
 * the same instant: the second waits for the first. A refused filing stores nothing, so the key stays free.
 */
@Singleton
public class Once {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final Problems problems;
    private final Caller caller;
    private final ReceivedBody received;
    private final PersonIndex personIndex;

    public Once(
            EntityManager entities,
            ObjectMapper mapper,
            Problems problems,
            Caller caller,
            ReceivedBody received,
            PersonIndex personIndex) {
        this.entities = entities;
        this.mapper = mapper;
        this.problems = problems;
        this.caller = caller;
        this.received = received;
        this.personIndex = personIndex;
    }

    /**
     * The answer to the filing, new or repeated.
     *
     * @param operation what is filed, with the path's ids in it: one key may be used once per operation
     * @param filing runs inside a transaction; an answer of 400 or more, or an exception, rolls it back
     */
    public Response run(String operation, String key, Supplier<Response> filing) {
        if (key == null || !KEY.matcher(key).matches()) {
            return problems.refusal(400, "idempotency-key-required");
        }
        byte[] fingerprint = personIndex.fingerprint(received.canonical());
        QuarkusTransaction.begin();
        try {
            Response answer = claimed(operation, key, fingerprint)
                    ? store(operation, key, filing.get())
                    : repeated(operation, key, fingerprint);
            if (answer.getStatus() < 400) {
                QuarkusTransaction.commit();
            }
            return answer;
        } finally {
            if (QuarkusTransaction.isActive()) {
                QuarkusTransaction.rollback();
            }
        }
    }

    /** The answer the filing would get; nothing of it is stored. */
    public Response dryRun(Supplier<Response> filing) {
        QuarkusTransaction.begin();
        try {
            return filing.get();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private boolean claimed(String operation, String key, byte[] fingerprint) {
        return entities.createNativeQuery("insert into idempotency (member_id, operation, key, request_sha256)"
                                + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                        .setParameter(1, caller.memberId())
                        .setParameter(2, operation)
                        .setParameter(3, key)
                        .setParameter(4, fingerprint)
                        .executeUpdate()
                == 1;
    }

    private Response store(String operation, String key, Response answer) {
        if (answer.getStatus() >= 400) {
            return answer;
        }
        String body = json(answer.getEntity());
        entities.createNativeQuery("update idempotency set status = ?4, body = ?5,"
                        + " headers = jsonb_build_object('ETag', cast(?6 as text), 'Location', cast(?7 as text))"
                        + " where member_id = ?1 and operation = ?2 and key = ?3")
                .setParameter(1, caller.memberId())
                .setParameter(2, operation)
                .setParameter(3, key)
                .setParameter(4, answer.getStatus())
                .setParameter(5, body)
                .setParameter(6, answer.getHeaderString(HttpHeaders.ETAG))
                .setParameter(7, answer.getHeaderString(HttpHeaders.LOCATION))
                .executeUpdate();
        return Response.fromResponse(answer)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    private Response repeated(String operation, String key, byte[] fingerprint) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "select request_sha256, status, body, headers ->> 'ETag', headers ->> 'Location' from idempotency"
                                + " where member_id = ?1 and operation = ?2 and key = ?3")
                .setParameter(1, caller.memberId())
                .setParameter(2, operation)
                .setParameter(3, key)
                .getResultList();
        Object[] row = rows.getFirst();
        if (!MessageDigest.isEqual((byte[]) row[0], fingerprint)) {
            return problems.refusal(409, "idempotency-key-reused");
        }
        Response.ResponseBuilder answer = Response.status((Integer) row[1])
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(row[2]);
        if (row[3] != null) {
            answer.header(HttpHeaders.ETAG, row[3]);
        }
        if (row[4] != null) {
            answer.header(HttpHeaders.LOCATION, row[4]);
        }
        return answer.build();
    }

    private String json(Object entity) {
        try {
            return mapper.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
