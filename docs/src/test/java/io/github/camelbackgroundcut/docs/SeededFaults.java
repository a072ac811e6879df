// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The faults of a trial: drawn from a seed, and never more per kind of call than the component retries by default. */
final class SeededFaults {

    /** After it the process call isn't known to be done: the whole of its time is waited for. */
    static final List<String> SILENT = List.of("reset-before", "reset-after");

    private static final List<String> REFUSED = List.of("429=1x:1s", "503=1x:1s", "429=1x", "503=1x");
    private static final List<String> DONE =
            List.of("lost=1x", "504=1x", "malformed=1x", "truncated=1x", "reset-mid=1x");
    private static final List<String> FREE = List.of(
            "429=1x:1s",
            "503=1x",
            "502=1x",
            "reset-before=1x",
            "reset-after=1x",
            "malformed=1x",
            "truncated=1x",
            "lost=1x");

    private SeededFaults() {}

    /** For a route whose calls are repeated. */
    static String of(long seed) {
        Random random = new Random(seed);
        List<String> faults = new ArrayList<>();
        some(3, FREE, random).forEach(fault -> faults.add("upload." + fault));
        faults.add("process." + some(1, REFUSED, random).get(0));
        faults.add("process." + some(1, DONE, random).get(0));
        faults.add("process." + some(1, SILENT, random).get(0) + "=1x");
        some(3, FREE, random).forEach(fault -> faults.add("download." + fault));
        some(2, FREE, random).forEach(fault -> faults.add("token." + fault));
        some(1, REFUSED, random).forEach(fault -> faults.add("segment." + fault));
        return String.join(", ", faults);
    }

    /** For a route that makes each call once: each fault may cost it a picture. */
    static String few() {
        return "upload.503=1x, process.429=1x:1s, process.lost=1x, download.truncated=1x";
    }

    private static List<String> some(int count, List<String> faults, Random random) {
        List<String> shuffled = new ArrayList<>(faults);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }
}
