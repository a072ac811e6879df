// SPDX-License-Identifier: Apache-2.0
/** What a message body is, as an image: a name, a media type, a length, and a stream that can be opened again. */
package io.github.camelbackgroundcut.body;
