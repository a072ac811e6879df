// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.body.ImageSource;
import java.time.Instant;
import java.util.List;

/**
 * The request of a message: a picture and the results to make of it.
 *
 * @param variants the results; at least one
 * @param uploadPath the folder on the service
 * @param baseUrl of the service, because each service has accounts of its own
 * @param credential for all calls
 * @param since when the message came; its turn may be much later
 */
public record Removal(
        ImageSource image,
        List<NamedVariant> variants,
        String uploadPath,
        RemovalSettings settings,
        String baseUrl,
        Credential credential,
        BackgroundCutClient client,
        Instant since) {

    /** The account that pays. */
    public String account() {
        return baseUrl + ' ' + credential.account();
    }
}
