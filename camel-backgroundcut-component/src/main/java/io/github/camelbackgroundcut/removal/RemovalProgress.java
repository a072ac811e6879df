// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.body.ImageBody;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Exchange;

/**
 * How far {@code removeBackground} has come with a picture. It lies on the exchange, in the property {@value #PROPERTY}, so
 * that a redelivery goes on where the last attempt failed. Each step replaces it, since copies of an exchange share their
 * properties' values.
 *
 * @param work names the plan that it belongs to; for another one it counts for nothing
 * @param inputFilePath where the picture was uploaded to, once it was
 * @param payableFrom set while a process call may be under way that nobody has heard of: before that time it must not be made
 *     again
 * @param outputPaths where the service says that outputs are, by their place in the plan
 * @param bodies the outputs that are here, by their place in the plan
 * @param marks what must happen but once
 */
record RemovalProgress(
        String work,
        Optional<String> inputFilePath,
        Optional<Instant> payableFrom,
        Map<Integer, String> outputPaths,
        Map<Integer, ImageBody> bodies,
        Set<Mark> marks) {

    /** The exchange property. */
    static final String PROPERTY = "CamelBackgroundCutProgress";

    /** What has happened. */
    enum Mark {
        /** A process call was made. */
        PAID,
        /** The picture was uploaded a second time, since the service had lost it. */
        UPLOADED_AGAIN,
        /** Results that had been paid for are made a second time, since the service had lost them. */
        PROCESSED_AGAIN
    }

    /** What the exchange remembers of this work, if it does. */
    static RemovalProgress of(Exchange exchange, String work) {
        return exchange.getProperty(PROPERTY) instanceof RemovalProgress progress
                        && progress.work().equals(work)
                ? progress
                : new RemovalProgress(work, Optional.empty(), Optional.empty(), Map.of(), Map.of(), Set.of());
    }

    /** Whether the exchange remembers any work. */
    static boolean isKnown(Exchange exchange) {
        return exchange.getProperty(PROPERTY) != null;
    }

    static void forget(Exchange exchange) {
        exchange.removeProperty(PROPERTY);
    }

    RemovalProgress save(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
        return this;
    }

    boolean isNone() {
        return inputFilePath.isEmpty() && payableFrom.isEmpty() && outputPaths.isEmpty() && bodies.isEmpty();
    }

    boolean has(Mark mark) {
        return marks.contains(mark);
    }

    RemovalProgress uploaded(String path) {
        return new RemovalProgress(work, Optional.of(path), payableFrom, outputPaths, bodies, marks);
    }

    /** The service has lost the upload. */
    RemovalProgress uploadLost() {
        return new RemovalProgress(work, Optional.empty(), payableFrom, outputPaths, bodies, and(Mark.UPLOADED_AGAIN));
    }

    /** A process call is about to be sent. */
    RemovalProgress sent(Instant payableFrom) {
        return new RemovalProgress(work, inputFilePath, Optional.of(payableFrom), outputPaths, bodies, marks);
    }

    /** The process call was surely not carried out. */
    RemovalProgress notSent() {
        return new RemovalProgress(work, inputFilePath, Optional.empty(), outputPaths, bodies, marks);
    }

    RemovalProgress paid(Map<Integer, String> paths) {
        return new RemovalProgress(work, inputFilePath, Optional.empty(), paths, bodies, and(Mark.PAID));
    }

    /** The service has lost paid results. */
    RemovalProgress resultsLost() {
        return new RemovalProgress(work, inputFilePath, Optional.empty(), Map.of(), bodies, and(Mark.PROCESSED_AGAIN));
    }

    RemovalProgress fetched(int place, ImageBody body) {
        Map<Integer, ImageBody> more = new TreeMap<>(bodies);
        more.put(place, body);
        return new RemovalProgress(work, inputFilePath, payableFrom, outputPaths, more, marks);
    }

    private Set<Mark> and(Mark mark) {
        Set<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return more;
    }
}
