// SPDX-License-Identifier: Apache-2.0
/** Makes faults happen to HTTP calls. */
package io.github.camelbackgroundcut.emulator.fault.injection;
