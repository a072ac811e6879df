// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

/** A body with a name and a media type. They take precedence over headers, which may belong to another body. */
public interface NamedImage {

    /** With extension; it may begin with folders. */
    String fileName();

    /** Such as {@code image/webp}. */
    String mediaType();

    /** Its bytes. */
    ImageBody content();
}
