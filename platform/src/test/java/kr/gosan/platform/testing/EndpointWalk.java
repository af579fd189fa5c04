package kr.gosan.platform.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every operation of the running service, taken from its own OpenAPI document, so that none can be forgotten. */
public final class EndpointWalk {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** One operation; {@code open} when it declares that it needs no token. */
    public record Endpoint(String method, String path, boolean open) {

        /** Sends it with these path parameters, an empty object as body where there is one, and this token if any. */
        public int status(Map<String, String> parameters, String token) {
            String concrete = path;
            for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                concrete = concrete.replace("{" + parameter.getKey() + "}", parameter.getValue());
            }
            RequestSpecification request = given().header("Idempotency-Key", "walk-" + System.nanoTime());
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            if (!method.equals("get") && !method.equals("delete")) {
                request.contentType("application/json").body("{}");
            }
            return request.request(method.toUpperCase(java.util.Locale.ROOT), concrete)
                    .statusCode();
        }
    }

    private EndpointWalk() {}

    public static List<Endpoint> all() {
        JsonNode paths = document().path("paths");
        List<Endpoint> endpoints = new ArrayList<>();
        paths.fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        JsonNode security = operation.getValue().path("security");
                        boolean open = security.isArray() && security.isEmpty();
                        endpoints.add(new Endpoint(operation.getKey(), path.getKey(), open));
                    }
                }));
        if (endpoints.isEmpty()) {
            throw new AssertionError("the OpenAPI document lists no operation");
        }
        return endpoints;
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper()
                    .readTree(given().queryParam("format", "json")
                            .get("/q/openapi")
                            .asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
