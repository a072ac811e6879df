// SPDX-License-Identifier: Apache-2.0
/** Names the spans of Camel's tracers. Each class is loaded by its tracer, if that is there. */
package io.github.camelbackgroundcut.tracing;
