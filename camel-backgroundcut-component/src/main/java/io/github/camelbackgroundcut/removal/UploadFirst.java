// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.call.Steps;
import java.io.IOException;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * The way of a picture of which nothing is known to have been done: it is uploaded at once, and its digest made on the way. Only
 * the results need a place that can be found again, and only from the process call on.
 */
final class UploadFirst implements Steps {

    private final Exchange exchange;
    private final DigestedImage image;
    private final String uploadPath;
    private final RemovalCalls calls;
    private final Sequel sequel;

    /** The steps after the upload. */
    private Steps rest;

    /**
     * @param sequel makes what comes after the upload
     */
    UploadFirst(Exchange exchange, DigestedImage image, String uploadPath, RemovalCalls calls, Sequel sequel) {
        this.exchange = exchange;
        this.image = image;
        this.uploadPath = uploadPath;
        this.calls = calls;
        this.sequel = sequel;
    }

    @Override
    public Next next() throws Exception {
        if (rest != null) {
            return rest.next();
        }
        String folder = uploadPath + '/' + UUID.randomUUID().toString().replace("-", "") + "/input";
        String path = calls.upload(image, folder);
        exchange.getMessage().setHeader(BackgroundCutConstants.INPUT_FILE_PATH, path);
        rest = sequel.after(path, image.key());
        return Next.CALL;
    }

    @Override
    public boolean looksBeforePaying() {
        return rest != null && rest.looksBeforePaying();
    }

    @Override
    public void close() {
        if (rest != null) {
            rest.close();
        }
        calls.close();
    }

    /** Makes what comes after the upload. */
    @FunctionalInterface
    interface Sequel {

        /**
         * @param inputFilePath where the picture lies on the service
         * @param key of the picture
         */
        Steps after(String inputFilePath, WorkKey key) throws IOException;
    }
}
