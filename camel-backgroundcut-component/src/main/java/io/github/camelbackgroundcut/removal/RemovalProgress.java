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
 * The progress of {@code removeBackground} with a picture. It is on the exchange, in the property {@value #PROPERTY}, so
 * that a redelivery continues where the last attempt failed. Each step replaces it, because copies of an exchange share the
 * values of their properties.
 *
 * @param work the key of its plan; it is ignored for another plan
 * @param inputFilePath the path of the uploaded picture, after the upload
 * @param payableFrom set while a process call without a known answer may be in progress: it must not be repeated before that
 *     time
 * @param outputPaths the paths of the outputs in the answer of the service, by their place in the plan
 * @param bodies the downloaded outputs, by their place in the plan
 * @param marks events that must happen only once
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

    /** An event. */
    enum Mark {
        /** A process call was made. */
        PAID,
        /** The picture was uploaded a second time, because the service had lost it. */
        UPLOADED_AGAIN,
        /** Paid results are made a second time, because the service had lost them. */
        PROCESSED_AGAIN
    }

    /** The progress on the exchange, if it belongs to this work. */
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
