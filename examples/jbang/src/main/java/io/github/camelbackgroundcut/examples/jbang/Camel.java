// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.jbang;

import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

/** The command {@code camel} without JBang: Camel JBang as a program of its own. */
public final class Camel {

    private Camel() {}

    public static void main(String[] args) {
        CamelJBangMain.run(args);
    }
}
