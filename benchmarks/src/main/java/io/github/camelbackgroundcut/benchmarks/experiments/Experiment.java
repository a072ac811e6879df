// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.experiments;

import io.github.camelbackgroundcut.benchmarks.Findings;
import io.github.camelbackgroundcut.benchmarks.Lab;

/** Something that is measured. */
@FunctionalInterface
interface Experiment {
    Findings run(Lab lab) throws Exception;
}
