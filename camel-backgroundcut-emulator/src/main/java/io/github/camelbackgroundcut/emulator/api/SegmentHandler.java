// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.dialect.Vocabulary;
import io.github.camelbackgroundcut.emulator.engine.CutoutFacts;
import io.github.camelbackgroundcut.emulator.engine.CutoutService;
import io.github.camelbackgroundcut.emulator.engine.Point;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import io.github.camelbackgroundcut.emulator.store.FileStore;
import io.github.camelbackgroundcut.emulator.store.Making;
import io.github.camelbackgroundcut.emulator.store.NewFile;
import io.github.camelbackgroundcut.emulator.store.Staging;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import io.github.camelbackgroundcut.emulator.store.StoredFile;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code POST /v3/tools/ai/ai-cut/segment/}: cuts out what the points say. */
public final class SegmentHandler implements Handler<RoutingContext> {

    private final FileStore store;
    private final CutoutService cutouts;
    private final Workers workers;
    private final Supplier<Dialect> dialect;

    public SegmentHandler(FileStore store, CutoutService cutouts, Workers workers, Supplier<Dialect> dialect) {
        this.store = store;
        this.cutouts = cutouts;
        this.workers = workers;
        this.dialect = dialect;
    }

    @Override
    public void handle(RoutingContext context) {
        RequestJson json = RequestJson.of(context);
        Vocabulary vocabulary = json.vocabulary(dialect.get());
        Request request = new Request(
                jpegPath(json, vocabulary.input()),
                jpegPath(json, vocabulary.output()),
                points(json, "foreground_points"),
                points(json, "background_points"));
        if (request.foreground().isEmpty()) {
            throw json.error("foreground_points", "must have at least one point");
        }
        workers.run(() -> segment(request))
                .onSuccess(path -> JsonAnswer.ok(context, new JsonObject().put(vocabulary.output(), path.value())))
                .onFailure(context::fail);
    }

    private static StorePath jpegPath(RequestJson json, String name) {
        StorePath path = json.path(name);
        if (!path.hasExtension("jpg", "jpeg")) {
            throw json.error(name, "must end in .jpg or .jpeg");
        }
        return path;
    }

    // Whether a point lies inside the picture is known when it is decoded; that is a 400, too.
    private static List<Point> points(RequestJson json, String name) {
        return json.objects(name).stream()
                .map(point ->
                        new Point(point.integer("x", 0, Integer.MAX_VALUE), point.integer("y", 0, Integer.MAX_VALUE)))
                .toList();
    }

    private StorePath segment(Request request) throws IOException {
        StoredFile input = store.get(request.input());
        if (input.format() != PictureFormat.JPEG) {
            // A key says nothing of what is stored under it.
            throw ApiError.badRequest(request.input() + " is no JPEG");
        }
        try (Staging staging = store.stage()) {
            Path target = staging.file("0.jpg");
            CutoutFacts facts = cutouts.segment(input.file(), target, request.foreground(), request.background());
            Making making = Makings.of(request.input(), facts, false);
            store.putAll(List.of(new NewFile(request.output(), target, PictureFormat.JPEG, Optional.of(making))));
            return request.output();
        } catch (UnusablePictureException e) {
            throw ApiError.badRequest(e.getMessage());
        }
    }

    private record Request(StorePath input, StorePath output, List<Point> foreground, List<Point> background) {}
}
