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
 * Loads ONNX Runtime's native library, which a JVM does once. The library is extracted into a temporary folder that ONNX
 * Runtime leaves behind, because it deletes the folder before its files. Here both go when the JVM ends.
 */
final class OnnxRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxRuntime.class);

    private OnnxRuntime() {}

    /** @throws IllegalArgumentException if the library does not run on this machine */
    static OrtEnvironment load() throws OrtException {
        Set<Path> before = folders();
        OrtEnvironment environment = environment();
        // Some builds of ONNX Runtime report their use.
        environment.setTelemetry(false);
        Set<Path> made = folders();
        made.removeAll(before);
        if (!made.isEmpty()) {
            Thread cleaner = new Thread(() -> made.forEach(OnnxRuntime::delete), "onnxruntime-folder-cleaner");
            Runtime.getRuntime().addShutdownHook(cleaner);
        }
        return environment;
    }

    private static OrtEnvironment environment() {
        try {
            return OrtEnvironment.getEnvironment();
        } catch (LinkageError e) {
            throw new IllegalArgumentException("ONNX Runtime can't be loaded on this machine: " + reason(e), e);
        }
    }

    private static String reason(Throwable error) {
        Throwable reason = error;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason.getMessage();
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

    private static void delete(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // Windows keeps a library that is loaded.
            LOG.debug("{} can't be deleted", folder, e);
        }
    }
}
