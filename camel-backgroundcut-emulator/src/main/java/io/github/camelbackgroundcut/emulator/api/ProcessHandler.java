// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.engine.CutoutOutput;
import io.github.camelbackgroundcut.emulator.engine.CutoutService;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import io.github.camelbackgroundcut.emulator.store.Charges;
import io.github.camelbackgroundcut.emulator.store.FileStore;
import io.github.camelbackgroundcut.emulator.store.NewFile;
import io.github.camelbackgroundcut.emulator.store.Staging;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import io.github.camelbackgroundcut.emulator.store.StoredFile;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code POST /v3/tools/ai/remove-bg/process/}: makes one or more cutouts of a stored picture. */
public final class ProcessHandler implements Handler<RoutingContext> {

    private final FileStore store;
    private final CutoutService cutouts;
    private final Workers workers;
    private final Charges charges;

    public ProcessHandler(FileStore store, CutoutService cutouts, Workers workers, Charges charges) {
        this.store = store;
        this.cutouts = cutouts;
        this.workers = workers;
        this.charges = charges;
    }

    @Override
    public void handle(RoutingContext context) {
        RequestJson request = RequestJson.of(context);
        StorePath input = request.path("input_file_path");
        List<OutputVariant> variants = variants(request);
        // From here on it is done and charged, whether the caller waits for it or not.
        workers.run(() -> process(input, variants))
                .onSuccess(paths -> JsonAnswer.ok(context, new JsonObject().put("output_file_paths", paths)))
                .onFailure(context::fail);
    }

    private static List<OutputVariant> variants(RequestJson request) {
        List<OutputVariant> variants = request.objects("output_variants").stream()
                .map(OutputVariant::of)
                .toList();
        if (variants.isEmpty()) {
            throw request.error("output_variants", "must have at least one variant");
        }
        Set<StorePath> paths = new HashSet<>();
        for (OutputVariant variant : variants) {
            if (!paths.add(variant.path())) {
                throw request.error("output_variants", "name " + variant.path() + " twice");
            }
        }
        return variants;
    }

    private JsonArray process(StorePath inputPath, List<OutputVariant> variants) throws IOException {
        StoredFile input = store.get(inputPath);
        variants.forEach(variant -> store.requirePlace(variant.path()));
        try (Charges.Reservation reservation = charges.reserve(variants.size());
                Staging staging = store.stage()) {
            List<CutoutOutput> outputs = new ArrayList<>();
            List<NewFile> files = new ArrayList<>();
            JsonArray paths = new JsonArray();
            for (OutputVariant variant : variants) {
                CutoutOutput output = variant.toOutput(staging.file(
                        outputs.size() + "." + variant.rendering().format().extension()));
                outputs.add(output);
                files.add(new NewFile(
                        variant.path(), output.target(), variant.rendering().format(), Optional.of(inputPath)));
                paths.add(variant.path().value());
            }
            cutouts.removeBackground(input.file(), outputs);
            store.putAll(
                    files,
                    () -> reservation.charge(
                            variants.stream().map(OutputVariant::path).toList()));
            return paths;
        } catch (UnusablePictureException e) {
            throw ApiError.badRequest(e.getMessage());
        }
    }
}
