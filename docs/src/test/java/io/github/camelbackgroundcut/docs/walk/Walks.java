// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs.walk;

import java.util.List;

/** The ways through the pages. */
final class Walks {

    static final List<Walk> ALL = List.of(Walk.of("docs/camel-main.md"));

    private Walks() {}
}
