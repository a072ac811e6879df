// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.api.ApiCall;
import io.github.camelbackgroundcut.api.ApiRequest;
import io.github.camelbackgroundcut.api.ApiResponse;
import io.github.camelbackgroundcut.api.Transport;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Keeps what the service answers: of each call the names of the fields, never their values, which may be secrets. */
final class RecordedAnswers implements Transport {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Transport transport;
    private final Map<ApiCall, List<String>> fields = new EnumMap<>(ApiCall.class);

    RecordedAnswers(Transport transport) {
        this.transport = transport;
    }

    /** The fields of the latest answer to this call; empty if there was none, or if it isn't a JSON object. */
    List<String> fieldsOf(ApiCall call) {
        return fields.getOrDefault(call, List.of());
    }

    @Override
    public ApiResponse send(ApiRequest request) throws BackgroundCutException, IOException {
        ApiResponse response = transport.send(request);
        if (request.call() == ApiCall.DOWNLOAD) {
            return response;
        }
        try (response) {
            byte[] body = response.body().readAllBytes();
            fields.put(request.call(), names(body));
            return new ApiResponse(
                    response.statusCode(),
                    response.contentType(),
                    response.contentLength(),
                    new ByteArrayInputStream(body),
                    () -> {});
        }
    }

    private static List<String> names(byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            Iterable<String> names = json::fieldNames;
            return StreamSupport.stream(names.spliterator(), false).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
