// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The folders of a file drop.
 *
 * @param inbox where pictures are dropped
 * @param outbox where their cutouts go
 * @param done where a picture goes that has its cutout
 * @param failed where a picture goes that has none, with a text that says why
 * @param work where the file drop keeps what it needs to know when it starts again
 */
public record Folders(Path inbox, Path outbox, Path done, Path failed, Path work) {

    private static final String PREFIX = "filedrop.";
    private static final Pattern UNFIT = Pattern.compile("[?]|[$][{]|[{][{]");

    /** @throws IllegalArgumentException if two of them are the same folder, or a path can't stand in a route */
    public Folders {
        Map<Path, String> names = new LinkedHashMap<>();
        Map<String, Path> folders = byName(inbox, outbox, done, failed, work);
        folders.forEach((name, folder) -> {
            if (UNFIT.matcher(folder.toString()).find()) {
                throw new IllegalArgumentException(PREFIX + name + " is " + folder
                        + ": a folder of a route can't have '?', '${' or '{{' in its path.");
            }
            String other = names.put(folder, name);
            if (other != null) {
                throw new IllegalArgumentException(PREFIX + other + " and " + PREFIX + name + " are the same folder, "
                        + folder + ": each needs one of its own.");
            }
        });
    }

    /** The folders of a file drop in {@code home}, under their usual names. */
    public static Folders in(Path home) {
        return of(name -> home.resolve(name).toString());
    }

    /** @param location tells where the folder of a name lies, such as {@code in/pictures} for {@code inbox} */
    static Folders of(Function<String, String> location) {
        Function<String, Path> folder =
                name -> Path.of(location.apply(name)).toAbsolutePath().normalize();
        return new Folders(
                folder.apply("inbox"),
                folder.apply("outbox"),
                folder.apply("done"),
                folder.apply("failed"),
                folder.apply("work"));
    }

    /** Makes those that don't exist. */
    void create() {
        byName(inbox, outbox, done, failed, work).forEach((name, folder) -> {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot make the folder of " + PREFIX + name + ": " + e, e);
            }
        });
    }

    /** The properties of the route. Paths are absolute: Camel takes a relative one of {@code move} from the inbox. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        byName(inbox, outbox, done, failed, work)
                .forEach((name, folder) -> properties.put(PREFIX + name, folder.toString()));
        return properties;
    }

    private static Map<String, Path> byName(Path inbox, Path outbox, Path done, Path failed, Path work) {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("inbox", inbox);
        folders.put("outbox", outbox);
        folders.put("done", done);
        folders.put("failed", failed);
        folders.put("work", work);
        return folders;
    }
}
