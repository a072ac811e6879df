// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.RuntimeCamelException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void camelsOwnExceptionsAreLeftOut() {
        assertThat(StartFailure.reason(new RuntimeCamelException("Somewhere", new IllegalArgumentException("Why"))))
                .isEqualTo("Why");
    }

    @Test
    void whatLiesBeneathIsToldToo() {
        assertThat(StartFailure.reason(
                        new IllegalStateException("No bean", new IllegalArgumentException("Bad origin"))))
                .isEqualTo("No bean: Bad origin");
    }

    @Test
    void whatWasSaidAlreadyIsNotRepeated() {
        assertThat(StartFailure.reason(new IllegalStateException("No bean: Bad", new IllegalArgumentException("Bad"))))
                .isEqualTo("No bean: Bad");
    }
}
