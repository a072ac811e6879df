// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.springframework.context.annotation.Bean;

/** The bean of docs/spring-boot.md. No {@code @Configuration}: the application of the other tests would find it. */
class TlsBeans {

    @Bean
    SSLContextParameters tls() {
        KeyStoreParameters trusted = new KeyStoreParameters();
        trusted.setResource("file:trusted.p12");
        trusted.setPassword("changeit");
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(trusted);
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(trust);
        return tls;
    }
}
