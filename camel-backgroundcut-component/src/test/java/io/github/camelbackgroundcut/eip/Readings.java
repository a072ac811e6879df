// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import io.github.camelbackgroundcut.Cutout;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;

/** The findings of the readers of results, by the picture in the message. */
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

    /** Reads the body as a stream. */
    void readStream(Exchange exchange, String when) throws IOException {
        Part part = part(exchange);
        put(part, when, isWhole(exchange, part));
    }

    /** Reads the body as bytes, or each of a list. */
    void readBytes(Exchange exchange, String when) {
        Object body = exchange.getMessage().getBody();
        for (Object each : body instanceof List<?> cutouts ? cutouts : Collections.singleton(body)) {
            exchange.getMessage().setBody(each);
            Part part = part(exchange);
            byte[] bytes = exchange.getMessage().getBody(byte[].class);
            put(part, when, bytes != null && service.result(part).equal(bytes));
        }
    }

    /** Fails if the body isn't its own. */
    void check(Exchange exchange) throws IOException {
        if (!isWhole(exchange, part(exchange))) {
            throw new IOException("Not its own bytes");
        }
    }

    /** Puts down what went wrong with an exchange. */
    void failed(Exchange exchange) {
        of(exchange.getMessage().getHeader("seed", 0, Integer.class)).add(String.valueOf(exchange.getException()));
    }

    private void put(Part part, String when, boolean whole) {
        of(part.seed()).add(whole ? whole(part, when) : when + ", " + part + ": not its own bytes");
    }

    private static Part part(Exchange exchange) {
        int seed = exchange.getMessage().getHeader("seed", Integer.class);
        return new Part(
                seed,
                exchange.getMessage().getBody() instanceof Cutout cutout
                        ? cutout.format().extension()
                        : "png");
    }

    private boolean isWhole(Exchange exchange, Part part) throws IOException {
        try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
            return in != null && service.result(part).equal(in);
        }
    }
}
