// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {

    @ParameterizedTest
    @ValueSource(strings = {"clients/cut-out.sh", "clients/cut-out.camel.yaml"})
    void theReadmeShowsTheClientsAsTheyAre(String file) throws IOException {
        assertThat(Readme.blocks()).contains(Files.readString(Path.of(file)));
    }
}
