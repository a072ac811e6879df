// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the measurements.
 *
 * @param uploadBytes the size of a picture
 * @param downloadBytes the size of a result
 * @param concurrency pictures at a time
 * @param pictures pictures in a round of the flow
 * @param warmUp pictures before them
 * @param rounds rounds of the flow
 * @param growthPictures pictures of the long run, whose tenth part is the short one
 * @param startRounds how often each context is started
 * @param transports what the flow runs over
 * @param clients the clients of the flow
 * @param jvmFlags flags for each measured JVM
 * @param java25 the home of a JDK 25, if it was named
 * @param python the script
 */
public record Settings(
        long uploadBytes,
        long downloadBytes,
        int concurrency,
        int pictures,
        int warmUp,
        int rounds,
        int growthPictures,
        int startRounds,
        List<Transport> transports,
        List<FlowClient> clients,
        List<String> jvmFlags,
        Optional<Path> java25,
        Path python) {}
