// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.examples.filedrop.PictureResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {

    @TempDir
    private Path folder;

    @Test
    void linksToBothPicturesRelatively() throws Exception {
        String page = page(entry("mug.jpg", "mug.png", ""));

        assertThat(page)
                .contains("src=\"done/mug.jpg\"", "src=\"outbox/mug.png\"", "40x30 2 kB &#8594; 40x30 3 kB", "12 ms")
                .doesNotContain(folder.toString());
    }

    @Test
    void encodesOddNames() throws Exception {
        String page = page(entry("a <b>&\"100%\" + #1?.jpg", "x.png", ""));

        assertThat(page)
                .contains("src=\"done/a%20%3Cb%3E%26%22100%25%22%20%2B%20%231%3F.jpg\"")
                .contains("<b>a &lt;b&gt;&amp;&quot;100%&quot; + #1?.jpg</b>");
    }

    @Test
    void saysWhyThereIsNoCutout() throws Exception {
        String page = page(entry("mug.jpg", "", "status 400 <bad>"));

        assertThat(page).contains("<p class=\"failure\">status 400 &lt;bad&gt;</p>");
    }

    private String page(SheetEntry entry) throws Exception {
        return Files.readString(new ContactSheet(folder).write("Emulator", List.of(entry)));
    }

    private SheetEntry entry(String picture, String cutout, String failure) {
        Optional<Path> after = cutout.isEmpty()
                ? Optional.empty()
                : Optional.of(folder.resolve("outbox").resolve(cutout));
        PictureResult result = new PictureResult(
                picture,
                2_000,
                after,
                Duration.ofMillis(12),
                failure.isEmpty() ? Optional.empty() : Optional.of(failure));
        return new SheetEntry(
                result,
                folder.resolve("done").resolve(picture),
                new PictureSize(40, 30, 2_000),
                after.map(path -> new PictureSize(40, 30, 3_000)));
    }
}
