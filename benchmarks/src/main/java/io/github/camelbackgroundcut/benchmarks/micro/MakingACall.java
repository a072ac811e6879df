// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.micro;

import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.Download;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.api.Quality;
import io.github.camelbackgroundcut.api.Timeouts;
import io.github.camelbackgroundcut.api.UploadFile;
import io.github.camelbackgroundcut.api.VariantSettings;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A request is built and written, and its answer read, with nothing in between: what a call costs beside the network. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MakingACall {

    private static final Credential KEY = Credential.apiKey("benchmark");
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final byte[] SMALL_PICTURE = new byte[1024];
    private static final List<UploadFile> FILES = List.of(new UploadFile(
            "mug.jpg",
            "image/jpeg",
            OptionalLong.of(SMALL_PICTURE.length),
            () -> new ByteArrayInputStream(SMALL_PICTURE)));
    private static final List<OutputVariant> OUTPUTS = List.of(new OutputVariant(
            "my-project/mug.png",
            new VariantSettings(OutputFormat.PNG, 12_000_000, Quality.HIGH, Optional.empty(), 85, false)));

    private final BackgroundCutClient uploading = client("{\"file_paths\": [\"my-project/mug.jpg\"]}");
    private final BackgroundCutClient processing = client("{\"output_file_paths\": [\"my-project/mug.png\"]}");
    private final BackgroundCutClient downloading = client("picture");

    /** A form with a field and a file of 1 KiB. */
    @Benchmark
    public Answer.Uploaded upload() throws IOException, BackgroundCutException {
        return uploading.upload(KEY, "my-project", FILES);
    }

    @Benchmark
    public Answer.Processed process() throws IOException, BackgroundCutException {
        return processing.process(KEY, "my-project/mug.jpg", OUTPUTS);
    }

    /** The request and the head of the answer. */
    @Benchmark
    public int download() throws IOException, BackgroundCutException {
        try (Download download = downloading.download(KEY, "my-project/mug.png")) {
            return download.statusCode();
        }
    }

    private static BackgroundCutClient client(String answer) {
        return new BackgroundCutClient(
                HttpTransport.overCustom(new CannedHttpClient(answer)),
                URI.create("http://127.0.0.1"),
                new Timeouts(TIMEOUT, TIMEOUT));
    }
}
