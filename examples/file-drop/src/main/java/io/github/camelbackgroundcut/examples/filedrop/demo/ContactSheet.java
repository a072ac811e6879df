// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A page with each picture before, and after on a chequerboard. Its links are relative: the folder may be moved. */
final class ContactSheet {

    private static final String TEMPLATE = "contact-sheet.html";

    private final Path folder;

    /** @param folder the one that the page lies in, above all pictures */
    ContactSheet(Path folder) {
        this.folder = folder;
    }

    /** @return the page's file */
    Path write(String service, List<SheetEntry> entries) throws IOException {
        String figures = entries.stream().map(this::figure).collect(Collectors.joining());
        String page = template().replace("@service@", escape(service)).replace("@figures@", figures);
        return Files.writeString(folder.resolve(TEMPLATE), page);
    }

    private String figure(SheetEntry entry) {
        String name = escape(entry.result().picture());
        String after = entry.result()
                .cutout()
                .map(cutout -> image(cutout, name + ", cut out"))
                .orElseGet(() -> "<p class=\"failure\">"
                        + escape(entry.result().failure().orElse("No cutout")) + "</p>");
        return """
                <figure>
                  <div class="before">%s</div>
                  <div class="after">%s</div>
                  <figcaption><b>%s</b><span>%s &#8594; %s</span><span>%d ms</span></figcaption>
                </figure>
                """.formatted(
                        image(entry.before(), name),
                        after,
                        name,
                        entry.sizeBefore(),
                        entry.sizeAfter().map(PictureSize::toString).orElse("failed"),
                        entry.result().time().toMillis());
    }

    private String image(Path file, String description) {
        String link = link(file);
        return "<a href=\"%s\"><img src=\"%s\" alt=\"%s\" loading=\"lazy\"></a>".formatted(link, link, description);
    }

    private String link(Path file) {
        return StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(segment -> URLEncoder.encode(segment.toString(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String template() {
        try (InputStream in = ContactSheet.class.getResourceAsStream(TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
