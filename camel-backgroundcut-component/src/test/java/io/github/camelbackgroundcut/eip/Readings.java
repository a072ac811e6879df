// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import io.github.camelbackgroundcut.Cutout;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;

/** What the readers of results found, each by the picture that its message says it is of. */
final class Readings {

    private final SeededService service;
    private final Map<Integer, Collection<String>> found = new ConcurrentHashMap<>();

    Readings(SeededService service) {
        this.service = service;
    }

    /** How a reading is put down that found all the bytes of a result, and only those. */
    static String whole(Part part, String when) {
        return when + ", " + part + ": whole";
    }

    /** Of the messages whose picture has this seed, and of those that were split off. */
    Collection<String> of(int seed) {
        return found.computeIfAbsent(Math.abs(seed), unused -> new ConcurrentLinkedQueue<>());
    }

    /** Reads the body, as a reader that comes at this time. */
    void read(Exchange exchange, String when) throws IOException {
        Part part = part(exchange, exchange.getMessage().getBody());
        of(part.seed()).add(isWhole(exchange, part) ? whole(part, when) : when + ", " + part + ": not its own bytes");
    }

    /** Reads the body, or each of a list. */
    void readEach(Exchange exchange, String when) throws IOException {
        if (exchange.getMessage().getBody() instanceof List<?> cutouts) {
            for (Object cutout : cutouts) {
                exchange.getMessage().setBody(cutout);
                read(exchange, when);
            }
        } else {
            read(exchange, when);
        }
    }

    /** Fails if the body isn't its own. */
    void check(Exchange exchange) throws IOException {
        if (!isWhole(exchange, part(exchange, exchange.getMessage().getBody()))) {
            throw new IOException("Not its own bytes");
        }
    }

    /** Puts down what went wrong with an exchange. */
    void failed(Exchange exchange) {
        of(exchange.getMessage().getHeader("seed", 0, Integer.class)).add(String.valueOf(exchange.getException()));
    }

    private static Part part(Exchange exchange, Object body) {
        int seed = exchange.getMessage().getHeader("seed", Integer.class);
        return new Part(seed, body instanceof Cutout cutout ? cutout.format().extension() : "png");
    }

    /** Reads it twice: one reader takes nothing from the next. */
    private boolean isWhole(Exchange exchange, Part part) throws IOException {
        SeededBytes expected = service.result(part);
        try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
            return in != null
                    && expected.equal(in)
                    && expected.equal(exchange.getMessage().getBody(byte[].class));
        }
    }
}
