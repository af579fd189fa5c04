package kr.gosan.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The one thing an imported realm remembers of the stack: the address of the front door, from which Keycloak takes the
 * keys of auth-service. It is set by the import and must follow when the stack moves to other ports.
 *
 * @param keycloak its address
 * @param adminPassword of the administrator made at the first start
 */
record Realm(String keycloak, String adminPassword) {

    private static final String PROVIDER = "/admin/realms/gosan/identity-provider/instances/gosan-certificates";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    /**
     * @param before the address of the front door at the last start
     * @param now the address from now on
     */
    void move(String before, String now) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            String token = token(client);
            String provider = send(client, authorised(PROVIDER, token).GET().build());
            String moved = provider.replace("\"" + before + "/auth/v1", "\"" + now + "/auth/v1");
            send(
                    client,
                    authorised(PROVIDER, token)
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString(moved))
                            .build());
        }
    }

    private String token(HttpClient client) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(adminPassword, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var token = TOKEN.matcher(send(client, request));
        if (!token.find()) {
            throw new IOException("Keycloak answered without an access token");
        }
        return token.group(1);
    }

    private HttpRequest.Builder authorised(String path, String token) {
        return HttpRequest.newBuilder(URI.create(keycloak + path)).header("Authorization", "Bearer " + token);
    }

    private static String send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    request.method() + " " + request.uri().getPath() + " was answered with " + response.statusCode());
        }
        return response.body();
    }
}
