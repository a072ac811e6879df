// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

/** Bodies that the ordinary build has no time for: {@code ./mvnw verify -Pcamel-4.22} tries them. */
public final class LargerSizes {

    public static final boolean ARE_TESTED = Boolean.getBoolean("larger.sizes");

    private LargerSizes() {}
}
