// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a file is called: the name that is sent is one segment, without control characters, and not too long. */
class FileNamesPropertiesTest {

    @Property
    void aNameIsOneShortSegment(@ForAll String path) {
        String name = FileNames.safe(path);

        assertThat(name).doesNotContain("/", "\\").hasSizeLessThanOrEqualTo(200).isNotIn(".", "..");
        assertThat(name.chars().noneMatch(Character::isISOControl)).isTrue();
    }

    @Property
    void aSafeNameStaysAsItIs(@ForAll String path) {
        String name = FileNames.safe(path);

        assertThat(FileNames.safe(name)).isEqualTo(name);
    }

    @Property
    void foldersAreLeftOut(@ForAll String folder) {
        assertThat(FileNames.safe(folder + "/mug.jpg")).isEqualTo("mug.jpg");
        assertThat(FileNames.safe(folder + "\\mug.jpg")).isEqualTo("mug.jpg");
    }
}
