// SPDX-License-Identifier: Apache-2.0
/** Builders of BackgroundCut endpoints and components: all but the route builder is generated from the component's options. */
package io.github.camelbackgroundcut.endpointdsl;
