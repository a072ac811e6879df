// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.apache.camel.spi.TypeConverterRegistry;

/** Leaves out the converters to and from {@code BufferedImage}, which would bring all of AWT into the native image. */
@TargetClass(className = NoBufferedImageConverters.LOADER, onlyWith = AwtAbsent.class)
final class NoBufferedImageConverters {

    static final String LOADER = "io.github.camelbackgroundcut.convert.BufferedImageConverterLoader";

    @Substitute
    public void load(TypeConverterRegistry registry) {}
}
