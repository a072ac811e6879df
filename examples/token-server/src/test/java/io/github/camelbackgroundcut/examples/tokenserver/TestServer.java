// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A token server and an emulator, whose API key appears nowhere else. */
final class TestServer implements AutoCloseable {

    /** The emulator's clock: a test lets it run ahead, as if so much time had passed since the tokens were minted. */
    static final class ShiftedClock extends Clock {
        private volatile Clock source = Clock.systemUTC();

        void advance(Duration by) {
            source = Clock.offset(source, by);
        }

        /** From now on only {@link #advance} moves it: a token must not expire because of a slow machine. */
        void stop() {
            source = Clock.fixed(source.instant(), ZoneOffset.UTC);
        }

        @Override
        public Instant instant() {
            return source.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final ShiftedClock clock = new ShiftedClock();
    /** The API key of the token server. */
    final String apiKey;

    final BackgroundCutEmulator emulator;
    final String address;
    private final TokenServer server;

    TestServer(Map<String, String> settings) {
        this(settings, new BorderThresholdEngine());
    }

    TestServer(Map<String, String> settings, CutoutEngine engine) {
        this(settings, engine, "secret-" + UUID.randomUUID(), Optional.empty());
    }

    private TestServer(
            Map<String, String> settings, CutoutEngine engine, String serversKey, Optional<String> otherKeyOfTheApi) {
        apiKey = serversKey;
        emulator = BackgroundCutEmulator.start(EmulatorConfiguration.builder()
                .apiKey(otherKeyOfTheApi.orElse(serversKey))
                .clock(clock)
                .engine(engine)
                .closedAtShutdown(false)
                .build());
        Map<String, String> all = new HashMap<>(settings);
        all.put("tokenserver.port", "0");
        server = new TokenServer(ServiceOrEmulator.at(emulator.baseUrl(), apiKey), all);
        server.start();
        address = "http://127.0.0.1:" + server.port();
    }

    static TestServer withWrongKey() {
        return new TestServer(Map.of(), new BorderThresholdEngine(), "secret-and-wrong", Optional.of("another"));
    }

    /** Asks for a token as a page of that origin does; with none if it is empty. */
    HttpResponse<String> askForToken(String method, String origin, String... headers) {
        HttpRequest.Builder request = tokenRequest(method);
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    CompletableFuture<HttpResponse<String>> askForTokenMeanwhile() {
        return HTTP.sendAsync(tokenRequest("POST").header("Origin", address).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    HttpResponse<String> head(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).method("HEAD", BodyPublishers.noBody()));
    }

    HttpResponse<String> postAsToken(String body) {
        return send(tokenRequest("POST").header("Origin", address).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder tokenRequest(String method) {
        return HttpRequest.newBuilder(URI.create(address + "/api/backgroundcut-token"))
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.noBody());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        emulator.close();
    }
}
