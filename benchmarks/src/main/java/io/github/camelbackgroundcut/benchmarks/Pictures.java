// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Fills folders with pictures. There are a few different ones, more than fit into a processor's cache; the files in a folder are
 * hard links to them, so that thousands need no space.
 */
public final class Pictures {

    private static final int DIFFERENT = 64;
    /** How a JPEG begins. */
    private static final byte[] SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};

    private final Path folder;
    private final List<Path> originals;

    private Pictures(Path folder, List<Path> originals) {
        this.folder = folder;
        this.originals = originals;
    }

    static Pictures create(Path folder, long bytes) throws IOException {
        Path store = Files.createDirectories(folder.resolve("originals"));
        Random random = new Random(bytes);
        List<Path> originals = new ArrayList<>();
        byte[] content = new byte[Math.toIntExact(bytes)];
        for (int i = 0; i < DIFFERENT; i++) {
            random.nextBytes(content);
            System.arraycopy(SIGNATURE, 0, content, 0, Math.min(SIGNATURE.length, content.length));
            originals.add(Files.write(store.resolve("picture-" + i + ".jpg"), content));
        }
        return new Pictures(folder, List.copyOf(originals));
    }

    /** A new folder with so many pictures. */
    public Path folder(String name, int count) throws IOException {
        Path target = empty(name);
        for (int i = 0; i < count; i++) {
            Files.createLink(target.resolve(String.format("picture-%06d.jpg", i)), originals.get(i % DIFFERENT));
        }
        return target;
    }

    /** A new folder for results. */
    public Path empty(String name) throws IOException {
        Path target = folder.resolve(name);
        Lab.delete(target);
        return Files.createDirectories(target);
    }
}
