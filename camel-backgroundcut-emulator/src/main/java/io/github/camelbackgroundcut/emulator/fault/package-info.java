// SPDX-License-Identifier: Apache-2.0
/** Which faults strike which calls, without HTTP. */
package io.github.camelbackgroundcut.emulator.fault;
