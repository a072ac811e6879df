// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;

/** Keeps a page's calls from leaving the browser until a test has done what must come before, however long that takes. */
final class HeldCalls {

    private final List<Route> held = new ArrayList<>();
    private final Page page;
    private boolean released;

    HeldCalls(Page page, String address) {
        this.page = page;
        page.route(address, route -> {
            if (released) {
                route.resume();
            } else {
                held.add(route);
            }
        });
    }

    void await(int calls) {
        page.waitForCondition(() -> held.size() == calls);
    }

    /** Has a call carried out, of which the page learns nothing. */
    void carryOutUnheard(int call) {
        held.get(call).fetch();
    }

    /** All go on, and those that come later aren't held. */
    void release() {
        released = true;
        held.forEach(Route::resume);
    }
}
