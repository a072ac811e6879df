// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.twins;

import io.github.camelbackgroundcut.AtomicFileRepository;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.support.Pictures;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A program that reads lines with the numbers of pictures, after "again" if they are delivered for a second time, sends 8 messages with each of a line's pictures at the same moment, and
 * answers with a line for each message. {@link TwinsProcess} starts it, and may kill it.
 */
final class TwinsProgram {

    static final int TWINS = 8;
    /** Its first line. */
    static final String READY = "ready";

    /** Before each answer: a library may print lines of its own. */
    static final String ANSWER = "answer ";

    /** Before pictures that were given to a process that was killed, as a broker says it. */
    static final String AGAIN = "again ";

    private static final String URI = "backgroundcut:removeBackground?idempotentRepository=#work";

    private TwinsProgram() {}

    /**
     * @param args the service's address, its key, {@code processTimeout} and the repository: "memory", a file's path, or a
     *     PostgreSQL database's URL
     */
    public static void main(String[] args) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext();
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in))) {
            BackgroundCutComponent component = new BackgroundCutComponent();
            component.getConfiguration().setBaseUrl(args[0]);
            component.getConfiguration().setApiKey(args[1]);
            component.getConfiguration().setProcessTimeout(Long.parseLong(args[2]));
            context.disableJMX();
            context.addComponent("backgroundcut", component);
            IdempotentRepository repository = repository(args[3]);
            context.addService(repository);
            context.getRegistry().bind("work", repository);
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            System.out.println(ANSWER + READY);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                boolean again = line.startsWith(AGAIN);
                List<Integer> pictures = Stream.of(line.replace(AGAIN, "").split(" "))
                        .map(Integer::valueOf)
                        .toList();
                send(template, pictures, again).forEach(answer -> System.out.println(ANSWER + answer));
            }
        }
    }

    private static IdempotentRepository repository(String kind) {
        if (kind.equals("memory")) {
            return new MemoryIdempotentRepository();
        }
        if (kind.startsWith("jdbc:")) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(kind);
            return new JdbcMessageIdRepository(database, "twins");
        }
        return new AtomicFileRepository(Path.of(kind));
    }

    private static List<String> send(ProducerTemplate template, List<Integer> pictures, boolean again) {
        List<CompletableFuture<String>> sent = IntStream.range(0, TWINS)
                .boxed()
                .flatMap(i -> pictures.stream().map(picture -> send(template, picture, again)))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static CompletableFuture<String> send(ProducerTemplate template, int picture, boolean again) {
        // Each has a size of its own.
        byte[] jpeg = Pictures.jpeg(32 + picture / 16, 32 + picture % 16);
        String uri = picture % 2 == 0 ? URI : URI + "&reuseOutputs=always";
        return template.asyncSend(uri, exchange -> {
                    exchange.getMessage().setBody(jpeg);
                    exchange.getMessage().setHeader(Exchange.REDELIVERED, again);
                })
                .thenApply(exchange -> picture + " " + answer(exchange));
    }

    /** The result's place and the digest of its bytes, or why there is none. */
    private static String answer(Exchange exchange) {
        if (exchange.getException() != null) {
            return "failed " + exchange.getException().toString().replace('\n', ' ');
        }
        List<?> paths = exchange.getMessage().getHeader(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.class);
        return paths.get(0) + " " + digest(exchange.getMessage().getBody(byte[].class));
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
