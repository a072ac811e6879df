// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

/** 404: the service has no such file. A storage may say 403 instead. */
public class PathNotFoundException extends BackgroundCutException {

    private static final long serialVersionUID = 1L;

    public PathNotFoundException(ErrorAnswer answer) {
        super(
                answer,
                "The service has no such file: files are deleted after 2 hours, and storage is regional, so a file may be missing in the region that answered.",
                false);
    }
}
