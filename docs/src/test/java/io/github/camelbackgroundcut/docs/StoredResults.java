// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The results on the service. */
final class StoredResults {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BackgroundCutEmulator emulator;

    StoredResults(BackgroundCutEmulator emulator) {
        this.emulator = emulator;
    }

    /** All results that were paid for. */
    List<ByteBuffer> charged() throws IOException, InterruptedException {
        List<ByteBuffer> results = new ArrayList<>();
        for (String path : emulator.charges().keySet()) {
            results.add(ByteBuffer.wrap(get(path, "Token " + emulator.apiKey()).body()));
        }
        return results;
    }

    HttpResponse<byte[]> get(String path, String authorization) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "/v3/files/" + path))
                .header("Authorization", authorization)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
