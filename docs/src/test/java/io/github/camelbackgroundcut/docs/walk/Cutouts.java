// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs.walk;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The cutouts in a folder: whole pictures with a transparent corner. */
final class Cutouts {

    private static final int MOST_FOLDERS = 6;
    /** In the extended header of a WebP: the picture has an alpha channel. */
    private static final int WEBP_ALPHA = 0x10;

    /** Files of the build, and those that a route works with, but for what it puts out. */
    private static final Pattern NO_RESULT = Pattern.compile("(?:src|target|work(?!/outbox))/.*");

    private Cutouts() {}

    static List<String> in(Path folder) {
        try (Stream<Path> files = Files.find(folder, MOST_FOLDERS, (file, attributes) -> attributes.isRegularFile())) {
            return files.filter(file -> !NO_RESULT.matcher(name(folder, file)).matches())
                    .filter(Cutouts::isCutout)
                    .map(file -> name(folder, file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // Files come and go while a route works.
            return List.of();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isCutout(Path file) {
        String name = file.getFileName().toString();
        if (name.startsWith(".")) {
            return false;
        }
        try {
            return name.endsWith(".png") && isPng(file) || name.endsWith(".webp") && isWebp(file);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPng(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        return image != null && image.getRGB(2, 2) >>> 24 == 0;
    }

    private static boolean isWebp(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 30) {
            return false;
        }
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        String kind = new String(bytes, 12, 4, StandardCharsets.US_ASCII);
        return bytes.length >= length + 8
                && (kind.equals("VP8L") || kind.equals("VP8X") && (bytes[20] & WEBP_ALPHA) != 0);
    }
}
