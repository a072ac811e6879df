// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips tests that need a program which this machine lacks, and says once what to install. With
 * {@code BACKGROUNDCUT_REQUIRE_ALL_TESTS=true} in the environment they fail instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Repeatable(NeedsProgram.All.class)
@ExtendWith(ProgramCondition.class)
@interface NeedsProgram {

    /** Its usual name. */
    String value();

    /** Possible names of its file. One of them is enough. */
    String[] names();

    /** How it is installed, such as {@code Debian: apt-get install curl}. */
    String install();

    /** The environment variable that holds the path of another one; none if it is empty. */
    String environment() default "";

    /** All that a test needs. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @ExtendWith(ProgramCondition.class)
    @interface All {
        NeedsProgram[] value();
    }
}
