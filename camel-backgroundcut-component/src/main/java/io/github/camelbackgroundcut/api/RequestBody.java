// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.util.List;

/** The body of a request. */
public sealed interface RequestBody {

    /** Nothing, as for a GET. */
    record None() implements RequestBody {}

    /** {@code application/json}. */
    record Json(byte[] utf8) implements RequestBody {}

    /**
     * {@code multipart/form-data}.
     *
     * @param fields text fields, in their order
     * @param fileField the name of each file's part
     * @param files the files, streamed one after another
     */
    record Multipart(List<Field> fields, String fileField, List<UploadFile> files) implements RequestBody {

        public Multipart {
            fields = List.copyOf(fields);
            files = List.copyOf(files);
        }
    }

    /** A text field of a form. */
    record Field(String name, String value) {}
}
