// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessCallsUnderWayTest {

    @TempDir
    private Path folder;

    @Test
    void outliveTheirProcess() throws Exception {
        try (ProcessCallsUnderWay calls = start()) {
            calls.add("one");
            calls.add("two");
            calls.remove("one");
        }

        try (ProcessCallsUnderWay calls = start()) {
            assertThat(calls.contains("one")).isFalse();
            assertThat(calls.contains("two")).isTrue();
        }
    }

    @Test
    void areWrittenBeforeTheCallIsSent() throws Exception {
        try (ProcessCallsUnderWay calls = start()) {
            calls.add("one");

            assertThat(folder.resolve("calls")).hasContent("one");
        }
    }

    @Test
    void areNotLostToAHalfWrittenFile() throws Exception {
        Files.writeString(folder.resolve("calls"), "one\n");
        Files.writeString(folder.resolve("calls.part"), "on");

        try (ProcessCallsUnderWay calls = start()) {
            calls.add("two");

            assertThat(calls.contains("one")).isTrue();
            assertThat(folder.resolve("calls")).hasContent("one\ntwo");
            assertThat(folder.resolve("calls.part")).doesNotExist();
        }
    }

    private ProcessCallsUnderWay start() {
        ProcessCallsUnderWay calls = new ProcessCallsUnderWay();
        calls.setPath(folder.resolve("calls").toString());
        calls.start();
        return calls;
    }
}
