// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.opencv.core.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads OpenCV's native library from the {@code org.openpnp:opencv} jar, once per JVM and only when it is needed.
 *
 * <p>The loader of that jar is not used: it deletes the folders of other JVMs when it starts, which breaks two that start
 * at the same time, and it leaves its own folder behind when a JVM is killed. Here the extracted file is gone again as
 * soon as it is loaded. Windows does not allow that, so there it is deleted when the JVM ends, as far as possible.
 *
 * <p>From Java 24 on the JVM warns about native libraries unless it is started with
 * {@code --enable-native-access=ALL-UNNAMED}, or the manifest of the started jar says {@code Enable-Native-Access:
 * ALL-UNNAMED}.
 */
public final class OpenCvLibrary {

    private OpenCvLibrary() {}

    /**
     * Makes OpenCV's classes usable. Further calls do nothing.
     *
     * @throws UnsatisfiedLinkError if this system has no library, or the library can't be loaded
     */
    public static void load() {
        Loaded.ensure();
    }

    /** The JVM initialises this class once and under a lock: no locking of our own is needed. */
    private static final class Loaded {
        private static final Logger LOG = LoggerFactory.getLogger(OpenCvLibrary.class);

        static {
            try {
                extractAndLoad();
            } catch (IOException e) {
                throw new UncheckedIOException("OpenCV's native library can't be copied to the temporary folder", e);
            }
        }

        static void ensure() {
            // Calling this runs the initialiser above.
        }

        private static void extractAndLoad() throws IOException {
            String fileName = System.mapLibraryName(Core.NATIVE_LIBRARY_NAME);
            String resource = "/nu/pattern/opencv/" + systemFolder() + "/" + fileName;
            URL library = Core.class.getResource(resource);
            if (library == null) {
                throw new UnsatisfiedLinkError("OpenCV has no native library for " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + " (looked for " + resource + ")");
            }
            Path folder = Files.createTempDirectory("camel-backgroundcut-opencv-");
            Path file = folder.resolve(fileName);
            try {
                try (InputStream in = library.openStream()) {
                    Files.copy(in, file);
                }
                System.load(file.toString());
            } finally {
                delete(file);
                delete(folder);
            }
            // Callers run one job a core. OpenCV's own pool would double the threads and make none of them faster:
            // measured
            // with two jobs on two cores, a picture took 0.7 s either way.
            Core.setNumThreads(1);
            LOG.debug("OpenCV {} loaded", Core.VERSION);
        }

        private static void delete(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.debug("{} is in use and will be deleted at the end", path, e);
                path.toFile().deleteOnExit();
            }
        }
    }

    /** The folder in the OpenCV jar for this system, such as {@code linux/x86_64}. */
    private static String systemFolder() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String systemName = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "osx" : "linux";
        return systemName
                + switch (processor) {
                    case "amd64", "x86_64" -> "/x86_64";
                    case "x86", "i386", "i686" -> "/x86_32";
                    case "aarch64", "arm64" -> "/ARMv8";
                    case "arm" -> "/ARMv7";
                    default -> "/" + processor;
                };
    }
}
