/** What picture files say about their pixels: colours, orientation, resolution. */
package io.github.camelbackgroundcut.emulator.picture.metadata;
