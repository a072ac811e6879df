// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.api.AccessTokenHandler;
import io.github.camelbackgroundcut.emulator.api.FilesHandler;
import io.github.camelbackgroundcut.emulator.api.ProcessHandler;
import io.github.camelbackgroundcut.emulator.api.PublicUrlHandler;
import io.github.camelbackgroundcut.emulator.api.SegmentHandler;
import io.github.camelbackgroundcut.emulator.api.UploadHandler;
import io.github.camelbackgroundcut.emulator.api.UsageHandler;
import io.github.camelbackgroundcut.emulator.auth.AccessTokens;
import io.github.camelbackgroundcut.emulator.auth.Credentials;
import io.github.camelbackgroundcut.emulator.auth.CrossOrigin;
import io.github.camelbackgroundcut.emulator.auth.LoopbackGuard;
import io.github.camelbackgroundcut.emulator.auth.PublicUrls;
import io.github.camelbackgroundcut.emulator.auth.RateGuard;
import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.dialect.Vocabulary;
import io.github.camelbackgroundcut.emulator.fault.CallKind;
import io.github.camelbackgroundcut.emulator.fault.injection.HeadFaults;
import io.github.camelbackgroundcut.emulator.fault.injection.WorkFaults;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.store.FileStore;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which handler answers which path. */
final class EmulatorRoutes {

    private static final long MAX_JSON_BYTES = 1024 * 1024;
    private static final String FILES = StorePath.URL_PREFIX + "*";
    private static final String PUBLIC_URL = "/v3/file-ops/get-public-url/";
    private static final String PUBLIC_FILES = StorePath.PUBLIC_URL_PREFIX + "*";
    private static final List<HttpMethod> READ = List.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final List<HttpMethod> WRITE = List.of(HttpMethod.POST);
    private static final List<HttpMethod> ADMINISTER =
            List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE);

    private final Router router;
    private final Services services;
    private final CallLog callLog = new CallLog();
    private final Credentials credentials;
    private final AccessTokens accessTokens;
    private final PublicUrls publicUrls;

    private EmulatorRoutes(Vertx vertx, ServerSettings settings, Services services) {
        this.router = Router.router(vertx);
        this.services = services;
        this.accessTokens = new AccessTokens(vertx, services.accounts(), settings.clock());
        this.credentials = new Credentials(services.accounts(), accessTokens);
        this.publicUrls = new PublicUrls(settings.clock());
    }

    static Router create(Vertx vertx, ServerSettings settings, Services services) {
        EmulatorRoutes routes = new EmulatorRoutes(vertx, settings, services);
        routes.addGuards();
        routes.addApi(settings);
        routes.addFiles();
        routes.addPage();
        routes.addAdministration();
        routes.router.route().handler(EmulatorRoutes::notFound);
        routes.router.route().failureHandler(new ErrorHandler());
        return routes.router;
    }

    private void addGuards() {
        for (String path : List.of("/v3/*", PUBLIC_FILES)) {
            router.route(path).handler(CrossOrigin.handler());
            router.route(path).handler(callLog);
        }
        router.route().handler(new RawPathGuard(credentials));
    }

    private void addApi(ServerSettings settings) {
        FileStore store = services.store();
        Supplier<Dialect> dialect = services.dialect()::get;
        json("/v3/auth/access-token/", CallKind.TOKEN, credentials.keyOnly(), new AccessTokenHandler(accessTokens));
        call("/v3/file-ops/upload/", WRITE, CallKind.UPLOAD, credentials.keyOrToken())
                .handler(new WorkFaults(store))
                .handler(new UploadHandler(store, settings.maxUploadBytes(), dialect));
        json(
                "/v3/tools/ai/remove-bg/process/",
                CallKind.PROCESS,
                credentials.keyOrToken(),
                new ProcessHandler(store, services.cutouts(), services.workers(), services.charges(), dialect));
        json(
                "/v3/tools/ai/ai-cut/segment/",
                CallKind.SEGMENT,
                credentials.keyOrToken(),
                new SegmentHandler(store, services.cutouts(), services.workers(), dialect));
        call("/v3/file-ops/usage/", READ, CallKind.USAGE, credentials.keyOrToken())
                .handler(new WorkFaults(store))
                .handler(new UsageHandler(store));
    }

    /** Where the bytes are: there is one way to them for each dialect. */
    private void addFiles() {
        FileStore store = services.store();
        only(Vocabulary.PATHS, FILES);
        call(FILES, READ, CallKind.DOWNLOAD, credentials.keyOrToken())
                .handler(new WorkFaults(store))
                .handler(new FilesHandler(store, StorePath.URL_PREFIX));
        only(Vocabulary.KEYS, PUBLIC_URL, PUBLIC_FILES);
        json(PUBLIC_URL, CallKind.PUBLIC_URL, credentials.keyOrToken(), new PublicUrlHandler(store, publicUrls));
        // The signature is the credential, and a storage is no part of the plan.
        endpoint(PUBLIC_FILES, READ)
                .handler(publicUrls::guard)
                .handler(new HeadFaults(services.faults(), CallKind.DOWNLOAD))
                .handler(new WorkFaults(store))
                .handler(new FilesHandler(store, StorePath.PUBLIC_URL_PREFIX));
    }

    private void only(Vocabulary vocabulary, String... paths) {
        for (String path : paths) {
            router.route(path).handler(context -> {
                if (!services.dialect().get().speaks(vocabulary)) {
                    throw ApiError.notFound("There is no " + context.request().path() + " in this dialect");
                }
                context.next();
            });
        }
    }

    private void addPage() {
        page("/", new PageHandler("/backgroundcut-emulator/index.html", "text/html"));
        page("/emulator/page.css", new PageHandler("/backgroundcut-emulator/page.css", "text/css"));
        page("/emulator/compare.js", new PageHandler("/backgroundcut-emulator/compare.js", "text/javascript"));
        page("/emulator/page.js", new PageHandler("/backgroundcut-emulator/page.js", "text/javascript"));
        page("/emulator/state", new StateHandler(services, callLog));
        page("/emulator/files/*", new FilesHandler(services.store(), "/emulator/files/"));
    }

    private void addAdministration() {
        page("/emulator/charges", new ChargesHandler(services.charges()));
        administration("/emulator/faults", new FaultsHandler(services.faults()));
        administration("/emulator/plan", new PlanHandler(services.accounts()));
        administration("/emulator/dialect", new DialectHandler(services.dialect()));
    }

    private void administration(String path, Handler<RoutingContext> handler) {
        endpoint(path, ADMINISTER)
                .handler(new LoopbackGuard())
                .handler(jsonBody())
                .handler(handler);
    }

    private void json(String path, CallKind kind, Handler<RoutingContext> guard, Handler<RoutingContext> handler) {
        call(path, WRITE, kind, guard)
                .handler(jsonBody())
                .handler(new WorkFaults(services.store()))
                .handler(handler);
    }

    private Route call(String path, List<HttpMethod> methods, CallKind kind, Handler<RoutingContext> guard) {
        return endpoint(path, methods)
                .handler(guard)
                .handler(new RateGuard())
                .handler(new HeadFaults(services.faults(), kind));
    }

    private void page(String path, Handler<RoutingContext> handler) {
        endpoint(path, READ).handler(new LoopbackGuard()).handler(handler);
    }

    private static Handler<RoutingContext> jsonBody() {
        return BodyHandler.create(false).setBodyLimit(MAX_JSON_BYTES)::handle;
    }

    private Route endpoint(String path, List<HttpMethod> methods) {
        String allowed = methods.stream().map(HttpMethod::name).collect(Collectors.joining(", ")) + ", OPTIONS";
        return router.route(path).handler(context -> {
            HttpMethod method = context.request().method();
            if (methods.contains(method)) {
                context.next();
                return;
            }
            context.response().putHeader("Allow", allowed);
            if (method.equals(HttpMethod.OPTIONS)) {
                context.response().setStatusCode(204).end();
            } else {
                throw ApiError.methodNotAllowed(method.name());
            }
        });
    }

    private static void notFound(RoutingContext context) {
        String path = context.request().path();
        boolean slashMissing = path.startsWith("/v3/") && !path.endsWith("/");
        throw ApiError.notFound("There is no " + path + (slashMissing ? "; the API's paths end in a slash" : ""));
    }
}
