// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

/** The operation of an endpoint. The names are those of its URI. */
public enum BackgroundCutOperation {
    removeBackground,
    upload,
    process,
    download,
    publicUrl,
    token,
    segment,
    usage
}
