// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.experiments;

import io.github.camelbackgroundcut.benchmarks.Findings;
import io.github.camelbackgroundcut.benchmarks.Lab;

/** The experiments, by their names on the command line. */
public enum Experiments {
    FLOW("pictures from a folder to a folder", new FlowExperiment()),
    GROWTH("many pictures against a tenth of them", new GrowthExperiment()),
    START("how long a context takes to start", new StartExperiment()),
    ALLOCATION("allocation for a picture", new AllocationExperiment()),
    LARGE("1 GB up and down with 64 MB of heap", new LargeBodiesExperiment()),
    INFLIGHT("2,000 calls in flight", new InFlightExperiment()),
    MICRO("the parts of a call, by JMH", new InsideACallExperiment());

    private final String title;
    private final Experiment experiment;

    Experiments(String title, Experiment experiment) {
        this.title = title;
        this.experiment = experiment;
    }

    public String title() {
        return title;
    }

    public Findings run(Lab lab) throws Exception {
        return experiment.run(lab);
    }
}
