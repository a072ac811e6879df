// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.dialect;

import io.github.camelbackgroundcut.emulator.engine.Quality;

/** What one dialect calls the fields that differ. */
public enum Vocabulary {
    PATHS("files", "upload_path", "input_file_path", "output_file_path", "output_file_paths", Quality.HIGH),
    KEYS("file", "key", "input_key", "output_key", "output_keys", Quality.MEDIUM);

    private final String filePart;
    private final String uploadField;
    private final String input;
    private final String output;
    private final String outputs;
    private final Quality defaultQuality;

    Vocabulary(
            String filePart, String uploadField, String input, String output, String outputs, Quality defaultQuality) {
        this.filePart = filePart;
        this.uploadField = uploadField;
        this.input = input;
        this.output = output;
        this.outputs = outputs;
        this.defaultQuality = defaultQuality;
    }

    /** The name of an upload's file part. */
    public String filePart() {
        return filePart;
    }

    /** The field of an upload that says where it goes. */
    public String uploadField() {
        return uploadField;
    }

    /** The field with the stored picture. */
    public String input() {
        return input;
    }

    /** The field with the place of a result, in requests and in the answer to a segment call. */
    public String output() {
        return output;
    }

    /** The field of the answer to a process call. */
    public String outputs() {
        return outputs;
    }

    /** The quality of a variant that names none. */
    public Quality defaultQuality() {
        return defaultQuality;
    }
}
