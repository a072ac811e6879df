// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.api.VariantSettings;
import java.util.Optional;

/**
 * A result as a message or an endpoint asks for it.
 *
 * @param name what tells it from its siblings; empty for the one result of an endpoint without variants
 * @param outputFilePath where it shall be stored, if that is said
 * @param settings how it shall look
 */
public record NamedVariant(Optional<String> name, Optional<String> outputFilePath, VariantSettings settings) {}
