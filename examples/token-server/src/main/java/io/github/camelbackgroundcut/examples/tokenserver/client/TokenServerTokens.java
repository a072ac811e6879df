// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.AccessTokenProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.camel.Exchange;

/** Asks a token server for the access token of each message, so that a route elsewhere needs no API key. */
public final class TokenServerTokens implements AccessTokenProvider {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private URI server = URI.create("http://127.0.0.1:8080");

    /** The token server's address, such as {@code https://tokens.example}. */
    public void setServer(String address) {
        server = URI.create(address);
    }

    @Override
    public String accessToken(Exchange exchange) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/backgroundcut-token"))
                .timeout(TIMEOUT)
                .header("Origin", server.getScheme() + "://" + server.getAuthority())
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("The token server at " + server + " answered " + response.statusCode());
        }
        return JSON.readTree(response.body()).required("accessToken").asText();
    }
}
