// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

/** A body that knows what it is: its name and media type count for more than headers, which may speak of another body. */
public interface NamedImage {

    /** With extension; folders may stand before it. */
    String fileName();

    /** Such as {@code image/webp}. */
    String mediaType();

    /** Its bytes. */
    ImageBody content();
}
