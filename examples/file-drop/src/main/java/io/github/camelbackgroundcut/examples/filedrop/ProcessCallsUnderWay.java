// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

/**
 * Camel's own repository in a file, which is replaced as a whole: the original rewrites it in place, so that a process killed
 * meanwhile would forget what it has paid for. There are only as many entries as pictures at a time.
 */
public final class ProcessCallsUnderWay extends FileIdempotentRepository {

    /** Where the file lies. As text: Camel does not turn one into a {@link File}. */
    public void setPath(String path) {
        setFileStore(new File(path));
    }

    @Override
    protected void appendToStore(String key) {
        change(keys -> keys.add(key));
    }

    @Override
    protected void removeFromStore(String key) {
        change(keys -> keys.remove(key));
    }

    /** Camel holds its lock. */
    private void change(Consumer<List<String>> change) {
        Path store = getFileStore().toPath();
        Path next = store.resolveSibling(store.getFileName() + ".part");
        try {
            List<String> keys = Files.exists(store) ? new ArrayList<>(Files.readAllLines(store)) : new ArrayList<>();
            change.accept(keys);
            Files.write(next, keys);
            Files.move(next, store, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + store, e);
        }
    }
}
