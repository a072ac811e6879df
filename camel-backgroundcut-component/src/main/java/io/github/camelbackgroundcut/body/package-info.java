// SPDX-License-Identifier: Apache-2.0
/** Message bodies as images: a name, a media type, a length, and a stream that can be opened again. */
package io.github.camelbackgroundcut.body;
