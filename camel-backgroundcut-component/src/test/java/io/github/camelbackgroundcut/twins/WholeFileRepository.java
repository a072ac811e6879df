// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.twins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.support.LRUCacheFactory;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

/**
 * Camel's own repository in a file, but the file is replaced as a whole, as in the example file-drop: Camel's rewrites it in place
 * when a key is removed, and killed between the two it has lost the keys of calls that are under way.
 */
final class WholeFileRepository extends FileIdempotentRepository {

    WholeFileRepository(Path file) {
        super(file.toFile(), LRUCacheFactory.newLRUCache(1000));
    }

    @Override
    protected void appendToStore(String key) {
        change(keys -> keys.add(key));
    }

    @Override
    protected void removeFromStore(String key) {
        change(keys -> keys.remove(key));
    }

    private void change(Consumer<List<String>> change) {
        Path store = getFileStore().toPath();
        Path next = store.resolveSibling(store.getFileName() + ".part");
        try {
            List<String> keys = new ArrayList<>(Files.exists(store) ? Files.readAllLines(store) : List.of());
            change.accept(keys);
            Files.write(next, keys);
            Files.move(next, store, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
