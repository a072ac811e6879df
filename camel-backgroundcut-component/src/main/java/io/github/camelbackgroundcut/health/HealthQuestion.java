// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.health;

import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * The call of a health check: {@code usage}, which is free.
 *
 * @param client makes the call
 * @param credential what it carries
 * @param scoped whether the credential may be for other paths
 */
public record HealthQuestion(BackgroundCutClient client, Credential credential, boolean scoped)
        implements Supplier<ServiceHealth> {

    @Override
    public ServiceHealth get() {
        try {
            return ServiceHealth.answered(client.usage(credential).statusCode());
        } catch (BackgroundCutException e) {
            return ServiceHealth.refused(e, scoped);
        } catch (IOException e) {
            return ServiceHealth.lost(e);
        }
    }

    /** The key of questions with the same answer. */
    public String key(String baseUrl) {
        return credential.authorization() + ' ' + baseUrl;
    }
}
