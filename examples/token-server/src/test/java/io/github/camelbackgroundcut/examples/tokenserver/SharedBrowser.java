// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** One browser for all classes, and one server for all that want the same engine; JUnit closes them after the last class. */
final class SharedBrowser implements TestInstancePostProcessor {

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
        Store store = context.getRoot().getStore(Namespace.create(SharedBrowser.class));
        BrowserTest browserTest = (BrowserTest) test;
        browserTest.chromium = shared(store, Chromium.class, Chromium.class, Chromium::new);
        CutoutEngine engine = browserTest.engine;
        // The limit would strike a machine that is quick enough.
        browserTest.server = shared(
                store,
                engine.getClass(),
                TestServer.class,
                () -> new TestServer(Map.of("tokenserver.tokens-per-minute", "10000"), engine));
    }

    private static <T> T shared(Store store, Object key, Class<T> type, Supplier<T> maker) {
        return store.getOrComputeIfAbsent(key, unused -> maker.get(), type);
    }
}
