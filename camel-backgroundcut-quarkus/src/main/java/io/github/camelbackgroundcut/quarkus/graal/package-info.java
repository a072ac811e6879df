// SPDX-License-Identifier: Apache-2.0
/** What a native image has instead of some of the component's code. */
package io.github.camelbackgroundcut.quarkus.graal;
