// SPDX-License-Identifier: Apache-2.0
/** What a plan of the service allows: calls a minute, and credits, for each account. */
package io.github.camelbackgroundcut.emulator.plan;
