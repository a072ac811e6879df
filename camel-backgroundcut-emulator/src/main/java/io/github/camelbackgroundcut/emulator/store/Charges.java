// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What process calls cost: each that was carried out charges each of its outputs once, whether its answer arrives or
 * not. One that fails charges nothing.
 */
public final class Charges {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> byPath = new LinkedHashMap<>();

    /** How often each output path was charged, in the order of the first charge. */
    public Map<String, Integer> byPath() {
        lock.lock();
        try {
            return Collections.unmodifiableMap(new LinkedHashMap<>(byPath));
        } finally {
            lock.unlock();
        }
    }

    public void add(List<StorePath> paths) {
        lock.lock();
        try {
            paths.forEach(path -> byPath.merge(path.value(), 1, Integer::sum));
        } finally {
            lock.unlock();
        }
    }
}
