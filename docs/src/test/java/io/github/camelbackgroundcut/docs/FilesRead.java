// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;

/**
 * How often a route has taken each file. Camel's poll may still have one on its list that was moved away meanwhile: there is nothing left
 * to take then.
 */
final class FilesRead extends SimpleEventNotifierSupport {

    private final Set<GenericFile<?>> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    FilesRead() {
        setIgnoreExchangeEvents(false);
        setIgnoreExchangeCreatedEvent(false);
    }

    @Override
    public void notify(CamelEvent event) {
        // The copies that a split makes have the same object, another poll has another.
        if (event instanceof CamelEvent.ExchangeCreatedEvent created
                && created.getExchange().getProperty("CamelFileExchangeFile") instanceof GenericFile<?> file
                && seen.add(file)
                && Files.exists(Path.of(file.getAbsoluteFilePath()))) {
            times.merge(file.getFileNameOnly(), 1, Integer::sum);
        }
    }

    Map<String, Integer> times() {
        return Map.copyOf(times);
    }
}
