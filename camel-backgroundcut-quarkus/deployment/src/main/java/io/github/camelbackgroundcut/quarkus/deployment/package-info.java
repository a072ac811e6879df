// SPDX-License-Identifier: Apache-2.0
/** What Quarkus does at build time: the native image's configuration, Dev Services, and the card in the Dev UI. */
package io.github.camelbackgroundcut.quarkus.deployment;
