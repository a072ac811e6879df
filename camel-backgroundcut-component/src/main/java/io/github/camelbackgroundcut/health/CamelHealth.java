// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.health;

/** Whether the application has camel-health. */
public final class CamelHealth {

    /** A constant: a native image without camel-health then has no health check to link. */
    public static final boolean PRESENT = isPresent();

    private CamelHealth() {}

    private static boolean isPresent() {
        try {
            Class.forName(
                    "org.apache.camel.impl.health.AbstractHealthCheck", false, CamelHealth.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
