// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a stored file that needs no credential: whoever has it can fetch the file until it expires. Its query is
 * a secret.
 *
 * <p>Not a record, since {@link #toString()} must not give the secret away.
 */
public final class PublicUrl {

    private final URI whole;
    private final URI withoutQuery;

    private PublicUrl(URI whole) {
        this.whole = whole;
        this.withoutQuery = URI.create(whole.getScheme() + "://" + whole.getRawAuthority() + whole.getRawPath());
    }

    /** Empty if it isn't the http or https address of a file on some host. */
    public static Optional<PublicUrl> of(String text) {
        URI uri;
        try {
            uri = new URI(new URI(text.strip()).toASCIIString());
        } catch (URISyntaxException e) {
            // Its message has the secret in it.
            return Optional.empty();
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        // A name with an underscore, as of a bucket, is no host for Java, but is one for DNS.
        return scheme.matches("https?")
                        && uri.getRawAuthority() != null
                        && uri.getRawAuthority().indexOf('@') < 0
                        && !uri.getRawPath().startsWith("//")
                ? Optional.of(new PublicUrl(uri))
                : Optional.empty();
    }

    /** Whether it is fetched over TLS. */
    public boolean isSecure() {
        return whole.getScheme().equalsIgnoreCase("https");
    }

    /** All of it, as the service gave it. A secret. */
    public URI secret() {
        return whole;
    }

    /** What may be seen of it. */
    public URI withoutQuery() {
        return withoutQuery;
    }

    @Override
    public String toString() {
        return whole.getRawQuery() == null ? withoutQuery.toString() : withoutQuery + "?xxxxxx";
    }
}
