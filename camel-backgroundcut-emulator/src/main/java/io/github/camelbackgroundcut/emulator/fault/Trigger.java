// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import java.math.BigDecimal;

/** When a fault strikes. */
public sealed interface Trigger {

    /**
     * At random, but reproducibly; see {@link FaultRun}.
     *
     * @param value 0 for never to 1 for always
     */
    record Probability(double value) implements Trigger {

        public Probability {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a probability is from 0 to 1");
            }
        }

        @Override
        public String toString() {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * At the next calls that it fits, and then never again.
     *
     * @param calls how many
     */
    record Next(int calls) implements Trigger {

        public Next {
            if (calls < 1) {
                throw new IllegalArgumentException("a number of calls is at least 1");
            }
        }

        @Override
        public String toString() {
            return calls + "x";
        }
    }
}
