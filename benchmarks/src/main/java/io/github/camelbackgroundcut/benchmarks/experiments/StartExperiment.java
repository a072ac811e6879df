// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.experiments;

import io.github.camelbackgroundcut.benchmarks.Findings;
import io.github.camelbackgroundcut.benchmarks.Lab;
import io.github.camelbackgroundcut.benchmarks.Programs;
import io.github.camelbackgroundcut.benchmarks.Result;
import io.github.camelbackgroundcut.benchmarks.Row;
import io.github.camelbackgroundcut.benchmarks.subjects.StartSubject;
import java.util.ArrayList;
import java.util.List;

/** A context with one route, started in a new JVM each time: with the component, and with an http endpoint in its place. */
final class StartExperiment implements Experiment {

    @Override
    public Findings run(Lab lab) throws Exception {
        List<Result> component = new ArrayList<>();
        List<Result> http = new ArrayList<>();
        for (int round = 0; round < lab.settings().startRounds(); round++) {
            component.add(start(lab, "backgroundcut:removeBackground"));
            http.add(start(lab, lab.baseUrl() + "/v3/file-ops/upload/"));
        }
        double own = Medians.of(component, "startMillis");
        double peer = Medians.of(http, "startMillis");
        return Findings.of(Row.atMost(
                "start of a context with one route against one with an http endpoint",
                String.format("%.2f × (%.0f ms against %.0f ms)", own / peer, own, peer),
                "≤ 1.2 ×",
                own / peer,
                1.2));
    }

    private static Result start(Lab lab, String to) throws Exception {
        return Programs.java(StartSubject.class)
                .flags(lab.settings().jvmFlags())
                .arguments("baseUrl=" + lab.baseUrl(), "to=" + to)
                .run();
    }
}
