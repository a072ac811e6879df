// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads ONNX Runtime's native library, which a JVM does once. It is extracted into a temporary folder, and ONNX Runtime
 * leaves this folder behind, empty: here it goes when the JVM ends.
 */
final class OnnxRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxRuntime.class);

    private OnnxRuntime() {}

    static OrtEnvironment load() throws OrtException {
        Set<Path> before = folders();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        // Some builds of ONNX Runtime report their use.
        environment.setTelemetry(false);
        Set<Path> made = folders();
        made.removeAll(before);
        made.forEach(folder -> folder.toFile().deleteOnExit());
        return environment;
    }

    private static Set<Path> folders() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Set<Path> folders = new HashSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(temporary, "onnxruntime-java*")) {
            found.forEach(folders::add);
        } catch (IOException e) {
            LOG.debug("{} can't be listed", temporary, e);
        }
        return folders;
    }
}
