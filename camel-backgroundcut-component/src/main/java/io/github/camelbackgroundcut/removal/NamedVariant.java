// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.api.VariantSettings;
import java.util.Optional;

/**
 * A result as a message or an endpoint asks for it.
 *
 * @param name identifies it among its siblings; empty for the one result of an endpoint without variants
 * @param outputFilePath the path to store it at, if one is given
 * @param settings of the result
 */
public record NamedVariant(Optional<String> name, Optional<String> outputFilePath, VariantSettings settings) {}
