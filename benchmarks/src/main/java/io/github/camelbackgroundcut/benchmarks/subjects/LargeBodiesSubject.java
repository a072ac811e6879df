// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.subjects;

import io.github.camelbackgroundcut.benchmarks.Arguments;
import io.github.camelbackgroundcut.benchmarks.Component;
import io.github.camelbackgroundcut.benchmarks.Meter;
import io.github.camelbackgroundcut.benchmarks.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** Sends one large body through {@code removeBackground} into a file, and checks that all of it came. */
public final class LargeBodiesSubject {

    private LargeBodiesSubject() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        long bytes = arguments.number("bytes", 0);
        Path folder = arguments.path("folder");
        Object body = arguments.text("kind").equals("file")
                ? sparseFile(folder.resolve("large.jpg"), bytes).toFile()
                : new Zeros(bytes);
        try (CamelContext context = Component.context(arguments, 1)) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:large")
                            // Else Camel itself reads a stream into memory before the component gets to see it.
                            .noStreamCaching()
                            .to("backgroundcut:removeBackground?outputFilePath=bytes-" + bytes + "/large.png")
                            .to("file:" + folder + "?fileName=result.png");
                }
            });
            context.start();
            Meter meter = new Meter();
            try (ProducerTemplate template = context.createProducerTemplate()) {
                Exchange done = template.send("direct:large", exchange -> {
                    exchange.getMessage().setBody(body);
                    exchange.getMessage().setHeaders(Map.of(Exchange.FILE_NAME, "large.jpg"));
                });
                if (done.getException() != null) {
                    throw done.getException();
                }
            }
            long size = Files.size(folder.resolve("result.png"));
            if (size != bytes) {
                throw new IOException("The result has " + size + " bytes");
            }
            Result.print("seconds", meter.seconds(), "peakRssMb", Meter.residentMb("VmHWM"));
        }
    }

    /** Its content is zeros, and takes no room. */
    private static Path sparseFile(Path file, long bytes) throws IOException {
        try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
            empty.setLength(bytes);
        }
        return file;
    }

    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(count, left);
            Arrays.fill(buffer, offset, offset + read, (byte) 0);
            left -= read;
            return read;
        }
    }
}
