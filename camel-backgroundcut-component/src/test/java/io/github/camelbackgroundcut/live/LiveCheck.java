// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.live;

import io.github.camelbackgroundcut.api.ApiCall;
import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.DialectChoice;
import io.github.camelbackgroundcut.api.Download;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.api.Quality;
import io.github.camelbackgroundcut.api.Timeouts;
import io.github.camelbackgroundcut.api.Transport;
import io.github.camelbackgroundcut.api.UploadFile;
import io.github.camelbackgroundcut.api.VariantSettings;
import io.github.camelbackgroundcut.api.dialect.Dialects;
import io.github.camelbackgroundcut.api.dialect.V3Dialect;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.http.HttpClientFactory;
import io.github.camelbackgroundcut.http.HttpSettings;
import io.github.camelbackgroundcut.http.HttpTransport;
import io.github.camelbackgroundcut.support.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** Makes each call of the API once, and compares the answers with what this project knows of the API. */
final class LiveCheck {

    /** Of one process call with one variant, and of one segment call, should that be charged. */
    static final int MAX_CREDITS = 2;

    private static final int SIDE = 400;
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(60), Duration.ofSeconds(300));
    private static final VariantSettings SETTINGS =
            new VariantSettings(OutputFormat.PNG, SIDE * SIDE, Quality.LOW, Optional.empty(), 85, false);

    private final RecordedAnswers answers;
    private final V3Dialect dialect;
    private final BackgroundCutClient client;
    private final Credential key;
    private final String folder = "camel-backgroundcut-live/" + UUID.randomUUID();
    private final List<Row> rows = new ArrayList<>();

    /** As a component with default options would call it. */
    static List<Row> run(URI baseUrl, String apiKey) throws IOException {
        HttpSettings settings =
                new HttpSettings(1, Duration.ofSeconds(10), Optional.empty(), Optional.empty(), Optional.empty());
        try (CloseableHttpClient client = HttpClientFactory.create(settings)) {
            return new LiveCheck(HttpTransport.over(client, Optional.empty()), baseUrl, apiKey).run();
        }
    }

    private LiveCheck(Transport transport, URI baseUrl, String apiKey) {
        answers = new RecordedAnswers(transport);
        dialect = new Dialects().of(DialectChoice.AUTO, baseUrl);
        client = new BackgroundCutClient(answers, baseUrl, TIMEOUTS, dialect);
        key = Credential.apiKey(apiKey);
    }

    /**
     * A line of the table.
     *
     * @param call the operation
     * @param status of HTTP; 0 if no answer came
     * @param millis of the call, or of both calls where the dialect was not known yet
     * @param dialect as far as it is known by then
     * @param differences from the contract; empty if there are none
     */
    record Row(String call, int status, long millis, String dialect, List<String> differences) {

        @Override
        public String toString() {
            String differs = differences.isEmpty() ? "nothing" : String.join("; ", differences);
            return String.format("| %s | %d | %d | %s | %s |", call, status, millis, dialect, differs);
        }
    }

    /** The calls that a picture needs, in their order. A call that fails is a difference; those that need its answer are left out. */
    private List<Row> run() {
        Optional<String> input = call(ApiCall.UPLOAD, this::upload);
        Optional<String> output = input.flatMap(path -> call(ApiCall.PROCESS, found -> process(path, found)));
        Optional<String> token = call(ApiCall.TOKEN, this::mint);
        output.ifPresent(path -> call(
                ApiCall.DOWNLOAD,
                found -> fetch(path, token.map(Credential::accessToken).orElse(key), found)));
        input.ifPresent(path -> call(ApiCall.SEGMENT, found -> segment(path, found)));
        call(ApiCall.USAGE, found -> new Answered<>(client.usage(key).statusCode(), ""));
        return List.copyOf(rows);
    }

    private Answered<String> upload(List<String> found) throws BackgroundCutException, IOException {
        byte[] picture = Pictures.jpeg(SIDE, SIDE);
        UploadFile file = new UploadFile(
                "picture.jpg", "image/jpeg", OptionalLong.of(picture.length), () -> new ByteArrayInputStream(picture));
        var answer = client.upload(key, folder, List.of(file));
        String path = answer.filePaths().get(0);
        expect(path, folder + "/picture.jpg", "the path", found);
        expectFields(ApiCall.UPLOAD, Set.of(isKeys() ? "success" : "file_paths"), found);
        return new Answered<>(answer.statusCode(), path);
    }

    private Answered<String> process(String input, List<String> found) throws BackgroundCutException, IOException {
        String output = folder + "/cutout.png";
        var answer = client.process(key, input, List.of(new OutputVariant(output, SETTINGS)));
        String path = answer.outputFilePaths().get(0);
        expect(path, output, "the path", found);
        expectFields(ApiCall.PROCESS, Set.of(isKeys() ? "output_keys" : "output_file_paths"), found);
        return new Answered<>(answer.statusCode(), path);
    }

    private Answered<String> mint(List<String> found) throws BackgroundCutException, IOException {
        var answer = client.mintToken(key, List.of("/v3/files/*", "/v3/file-ops/get-public-url/"), 60);
        if (!answer.accessToken().startsWith("eyJ")) {
            found.add("the token does not begin with eyJ");
        }
        expectFields(ApiCall.TOKEN, Set.of("access_token"), found);
        return new Answered<>(answer.statusCode(), answer.accessToken());
    }

    private Answered<String> fetch(String path, Credential credential, List<String> found)
            throws BackgroundCutException, IOException {
        try (Download download = client.download(credential, path)) {
            byte[] cutout = download.content().readAllBytes();
            expect(download.contentType().orElse("none"), "image/png", "the media type", found);
            if (cutout.length < 8 || cutout[1] != 'P' || cutout[2] != 'N' || cutout[3] != 'G') {
                found.add("the file is not a PNG");
            }
            if (isKeys()) {
                expectFields(ApiCall.PUBLIC_URL, Set.of("url"), found);
            }
            return new Answered<>(download.statusCode(), path);
        }
    }

    private Answered<String> segment(String input, List<String> found) throws BackgroundCutException, IOException {
        String output = folder + "/segment.jpg";
        var answer =
                client.segment(key, input, output, List.of(new Point(SIDE / 2, SIDE / 2)), List.of(new Point(5, 5)));
        expect(answer.outputFilePath(), output, "the path", found);
        expectFields(ApiCall.SEGMENT, Set.of(isKeys() ? "output_key" : "output_file_path"), found);
        return new Answered<>(answer.statusCode(), output);
    }

    private boolean isKeys() {
        return dialect.name().contains("keys");
    }

    private static void expect(String actual, String expected, String what, List<String> found) {
        if (!actual.equals(expected)) {
            found.add(what + " is " + actual + " instead of " + expected);
        }
    }

    private void expectFields(ApiCall call, Set<String> expected, List<String> found) {
        List<String> others = answers.fieldsOf(call).stream()
                .filter(name -> !expected.contains(name))
                .toList();
        if (!others.isEmpty()) {
            found.add("more fields: " + String.join(", ", others));
        }
    }

    private <T> Optional<T> call(ApiCall call, Call<T> work) {
        List<String> found = new ArrayList<>();
        long start = System.nanoTime();
        int status = 0;
        Optional<T> answer = Optional.empty();
        try {
            Answered<T> answered = work.make(found);
            status = answered.status();
            answer = Optional.of(answered.value());
            if (status != 200) {
                found.add("the status is not 200");
            }
        } catch (BackgroundCutException e) {
            status = e.getStatusCode();
            found.add(e.getMessage());
        } catch (IOException e) {
            found.add(e.toString());
        }
        rows.add(new Row(
                call.toString(),
                status,
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                dialect.name(),
                found));
        return answer;
    }

    private record Answered<T>(int status, T value) {}

    /** A call, and what was found to differ. */
    @FunctionalInterface
    private interface Call<T> {
        Answered<T> make(List<String> found) throws BackgroundCutException, IOException;
    }
}
