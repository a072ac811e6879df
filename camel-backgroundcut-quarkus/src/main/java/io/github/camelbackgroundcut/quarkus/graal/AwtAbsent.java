// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.graal;

import java.util.function.BooleanSupplier;

/** Whether the application does without {@code quarkus-awt}: a native image then contains neither pictures nor ImageIO. */
final class AwtAbsent implements BooleanSupplier {

    static final String AWT_EXTENSION = "io.quarkus.awt.runtime.JDKSubstitutions";

    @Override
    public boolean getAsBoolean() {
        try {
            Class.forName(AWT_EXTENSION, false, Thread.currentThread().getContextClassLoader());
            return false;
        } catch (ClassNotFoundException e) {
            return true;
        }
    }
}
