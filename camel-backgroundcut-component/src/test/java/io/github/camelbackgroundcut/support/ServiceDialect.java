// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

import java.util.Locale;

/** What a stubbed service speaks, and nothing else: the words of the contract. */
public enum ServiceDialect {
    PATHS("input_file_path", "output_file_path", "output_file_paths"),
    KEYS("input_key", "output_key", "output_keys");

    private final String inputField;
    private final String outputField;
    private final String outputsField;

    ServiceDialect(String inputField, String outputField, String outputsField) {
        this.inputField = inputField;
        this.outputField = outputField;
        this.outputsField = outputsField;
    }

    /** As the option {@code dialect} has it. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the file to process. */
    public String inputField() {
        return inputField;
    }

    /** Of a result's place. */
    public String outputField() {
        return outputField;
    }

    /** Of the answer. */
    public String outputsField() {
        return outputsField;
    }
}
