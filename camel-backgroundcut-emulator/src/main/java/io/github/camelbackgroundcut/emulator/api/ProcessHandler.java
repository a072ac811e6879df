// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.auth.Caller;
import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.dialect.Vocabulary;
import io.github.camelbackgroundcut.emulator.engine.CutoutFacts;
import io.github.camelbackgroundcut.emulator.engine.CutoutOutput;
import io.github.camelbackgroundcut.emulator.engine.CutoutService;
import io.github.camelbackgroundcut.emulator.engine.Quality;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import io.github.camelbackgroundcut.emulator.plan.Account;
import io.github.camelbackgroundcut.emulator.plan.Credits;
import io.github.camelbackgroundcut.emulator.store.Charges;
import io.github.camelbackgroundcut.emulator.store.FileStore;
import io.github.camelbackgroundcut.emulator.store.Making;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code POST /v3/tools/ai/remove-bg/process/}: makes one or more cutouts of a stored picture. */
public final class ProcessHandler implements Handler<RoutingContext> {

    private final FileStore store;
    private final CutoutService cutouts;
    private final Workers workers;
    private final Charges charges;
    private final Supplier<Dialect> dialect;

    public ProcessHandler(
            FileStore store, CutoutService cutouts, Workers workers, Charges charges, Supplier<Dialect> dialect) {
        this.store = store;
        this.cutouts = cutouts;
        this.workers = workers;
        this.charges = charges;
        this.dialect = dialect;
    }

    @Override
    public void handle(RoutingContext context) {
        RequestJson request = RequestJson.of(context);
        Vocabulary vocabulary = request.vocabulary(dialect.get());
        StorePath input = request.path(vocabulary.input());
        List<OutputVariant> variants = variants(request, vocabulary);
        Account account = Caller.of(context).account();
        // From here on it is done and charged, whether the caller waits for it or not.
        workers.run(() -> process(input, variants, account))
                .onSuccess(paths -> JsonAnswer.ok(context, new JsonObject().put(vocabulary.outputs(), paths)))
                .onFailure(context::fail);
    }

    private static List<OutputVariant> variants(RequestJson request, Vocabulary vocabulary) {
        List<OutputVariant> variants = request.objects("output_variants").stream()
                .map(variant -> OutputVariant.of(variant, vocabulary))
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

    private JsonArray process(StorePath inputPath, List<OutputVariant> variants, Account account) throws IOException {
        StoredFile input = store.get(inputPath);
        try (Credits.Reservation reservation = account.reserve(variants.size());
                Staging staging = store.stage()) {
            List<CutoutOutput> outputs = new ArrayList<>();
            for (OutputVariant variant : variants) {
                outputs.add(variant.toOutput(staging.file(
                        outputs.size() + "." + variant.rendering().format().extension())));
            }
            Map<Quality, CutoutFacts> facts = cutouts.removeBackground(input.file(), outputs);
            List<NewFile> files = new ArrayList<>();
            JsonArray paths = new JsonArray();
            for (OutputVariant variant : variants) {
                CutoutOutput output = outputs.get(files.size());
                Making making = Makings.of(
                        inputPath,
                        facts.get(output.quality()),
                        variant.rendering().autocrop());
                files.add(new NewFile(
                        variant.path(), output.target(), variant.rendering().format(), Optional.of(making)));
                paths.add(variant.path().value());
            }
            store.putAll(files, () -> {
                reservation.spend();
                charges.add(variants.stream().map(OutputVariant::path).toList());
            });
            return paths;
        } catch (UnusablePictureException e) {
            throw ApiError.badRequest(e.getMessage());
        }
    }
}
