// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;

/**
 * A pattern that holds a call, or has one before it: a route from a picture to {@link #READ}.
 *
 * @param routes adds the route, and others that it needs, to a builder of its own; the second argument is the route's URI
 * @param parts what a message with a picture of that seed gets
 * @param answers whether the answer of the route is the result, for a caller
 */
record Eip(String name, Routes routes, IntFunction<List<Part>> parts, boolean answers) {

    static final String CUT = "backgroundcut:removeBackground";
    /** Where a result is read at once, and then once more, late. */
    static final String READ = "direct:read";
    /** A route of the call and of {@link #READ}. */
    static final String CUT_AND_READ = "direct:cutAndRead";
    /** A route of the call alone. */
    static final String DIRECT_CUT = "direct:cut";
    /** A route that reads a result as bytes, and fails if they aren't its own. */
    static final String READ_TOO = "direct:readToo";
    /** A route that has another body for a message. */
    static final String OTHER = "direct:other";
    /** A route that fails with an {@link IntendedException}. */
    static final String FAIL = "direct:fail";

    /** The steps of one route. */
    static Eip of(String name, Consumer<RouteDefinition> steps) {
        return ofRoutes(name, (builder, uri) -> steps.accept(builder.from(uri)));
    }

    static Eip ofRoutes(String name, Routes routes) {
        return new Eip(name, routes, seed -> List.of(new Part(seed, "png")), true);
    }

    /** The caller gets something else. */
    Eip withoutAnswer() {
        return new Eip(name, routes, parts, false);
    }

    /** A message has two pictures. */
    Eip forTwoPictures() {
        return new Eip(name, routes, seed -> List.of(new Part(seed, "png"), new Part(-seed, "png")), answers);
    }

    /** A picture has two results. */
    Eip forTwoVariants() {
        return new Eip(name, routes, seed -> List.of(new Part(seed, "png"), new Part(seed, "jpg")), answers);
    }

    String uri() {
        return "direct:" + name.replaceAll("[^A-Za-z]+", "-");
    }

    @Override
    public String toString() {
        return name;
    }

    /** Adds routes. */
    interface Routes {
        void addTo(RouteBuilder builder, String uri) throws Exception;
    }

    /** A failure that belongs to a pattern. */
    static final class IntendedException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
