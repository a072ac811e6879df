// SPDX-License-Identifier: Apache-2.0
/** A web application that cuts out the pictures it is sent. */
package io.github.camelbackgroundcut.examples.servletwar;
