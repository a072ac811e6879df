// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import io.github.camelbackgroundcut.benchmarks.Arguments;
import java.io.OutputStream;
import java.nio.file.Files;

/** The same work by hand and without Camel, by somebody who measures. */
public final class HandTunedClient {

    private HandTunedClient() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        int concurrency = arguments.count("concurrency");
        try (HandTunedCalls calls = new HandTunedCalls(arguments.text("baseUrl"), concurrency)) {
            new ThreadsRun(PictureFolders.of(arguments), concurrency)
                    .measure((picture, cutout) -> calls.removeBackground(picture, result -> {
                        try (OutputStream out = Files.newOutputStream(cutout)) {
                            HandTunedCalls.copy(result, out);
                        }
                    }));
        }
    }
}
