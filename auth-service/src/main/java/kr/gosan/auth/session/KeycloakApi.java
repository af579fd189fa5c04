package kr.gosan.auth.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The few requests to Keycloak that a login needs. Every answer comes as it is, refusals too. */
@RegisterRestClient(configKey = "keycloak")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
interface KeycloakApi {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ErrorAnswer(
            String error, @JsonProperty("error_description") String description) {}

    /** @param userId the member's id, which is what the assertion calls the member */
    record FederatedIdentity(String identityProvider, String userId, String userName) {}

    record User(
            String username,
            boolean enabled,
            Map<String, List<String>> attributes,
            List<FederatedIdentity> federatedIdentities) {}

    @POST
    @Path("realms/gosan/protocol/openid-connect/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Response token(
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret,
            @FormParam("assertion") String assertion);

    @POST
    @Path("admin/realms/gosan/users")
    @Consumes(MediaType.APPLICATION_JSON)
    Response createUser(@HeaderParam("Authorization") String authorization, User user);
}
