// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For tests in a real Chromium. Playwright's own programs come with its jars. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@NeedsProgram(
        value = "Chromium",
        names = {"chromium", "chromium-browser", "google-chrome"},
        install = "Debian: apt-get install chromium",
        environment = "CHROMIUM")
@interface NeedsChromium {}
