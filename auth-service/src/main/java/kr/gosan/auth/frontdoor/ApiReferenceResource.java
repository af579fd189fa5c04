package kr.gosan.auth.frontdoor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One description of the whole API, made of what each service says of itself at that moment. */
@Path("/")
@PermitAll
@Blocking
public final class ApiReferenceResource {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String PAGE = "/docs";
    private static final String DESCRIPTION = "Employment insurance (고용보험) and industrial-accident insurance (산재보험):"
            + " log in, establish workplaces, report hires and leavers, file premium returns, pay. Log in with a signed"
            + " challenge and give the access token under Authorize. Refusals are problem documents (RFC 9457) with a"
            + " stable code.";

    private final FrontDoorConfig config;
    private final ObjectMapper mapper;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    ApiReferenceResource(FrontDoorConfig config, ObjectMapper mapper) {
        this.config = config;
        this.mapper = mapper;
    }

    @GET
    @Operation(hidden = true)
    public Response home() {
        return Response.seeOther(URI.create(PAGE)).build();
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public JsonNode json(@Context HttpServerRequest request) {
        return document(request);
    }

    @GET
    @Path("openapi.yaml")
    @Produces("application/yaml")
    @Operation(hidden = true)
    public String yaml(@Context HttpServerRequest request) throws JsonProcessingException {
        return new YAMLMapper().writeValueAsString(document(request));
    }

    private ObjectNode document(HttpServerRequest request) {
        Map<String, URI> sources = new LinkedHashMap<>();
        sources.put(
                "auth", URI.create("http://127.0.0.1:" + request.localAddress().port()));
        sources.putAll(new TreeMap<>(config.services()));
        Map<String, CompletableFuture<Optional<ObjectNode>>> asked = new LinkedHashMap<>();
        sources.forEach((service, address) -> asked.put(service, ask(address)));
        Map<String, ObjectNode> documents = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        asked.forEach((service, answer) -> answer.join()
                .ifPresentOrElse(document -> documents.put(service, document), () -> missing.add(service)));
        String silent = missing.isEmpty()
                ? ""
                : " **Not available at the moment, and missing below: " + String.join(", ", missing) + ".**";
        return ApiDocuments.merge("Gosan", DESCRIPTION + silent, documents);
    }

    private CompletableFuture<Optional<ObjectNode>> ask(URI service) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/q/openapi?format=json"))
                .timeout(PATIENCE)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(this::read)
                .exceptionally(unreachable -> Optional.empty());
    }

    private Optional<ObjectNode> read(HttpResponse<byte[]> answer) {
        try {
            return answer.statusCode() == 200 && mapper.readTree(answer.body()) instanceof ObjectNode document
                    ? Optional.of(document)
                    : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
