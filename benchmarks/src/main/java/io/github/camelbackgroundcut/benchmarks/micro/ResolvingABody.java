// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.micro;

import io.github.camelbackgroundcut.body.ImageBodies;
import io.github.camelbackgroundcut.body.ImageSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From a message body to an image with a name, a media type and a length; its bytes aren't read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ResolvingABody {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private File picture;
    private byte[] bytes;

    @Setup
    public void makeAPicture() throws IOException {
        bytes = new byte[2_000_000];
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0xd8;
        bytes[2] = (byte) 0xff;
        Path file = Files.createTempFile("camel-backgroundcut-benchmark-", ".jpg");
        picture = Files.write(file, bytes).toFile();
    }

    @TearDown
    public void deleteThePicture() throws IOException {
        Files.delete(picture.toPath());
        context.close();
    }

    /** As from a {@code file:} endpoint. The file system is asked for its length. */
    @Benchmark
    public ImageSource ofAFile() throws IOException {
        return ImageBodies.one(exchange(picture));
    }

    /** Without a name, so that its first bytes are looked at. */
    @Benchmark
    public ImageSource ofBytes() throws IOException {
        return ImageBodies.one(exchange(bytes));
    }

    /** The exchange alone, to be taken off the others. */
    @Benchmark
    public Exchange nothing() {
        return exchange(picture);
    }

    private Exchange exchange(Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        return exchange;
    }
}
