// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate for the loopback address, made by the JDK's {@code keytool}.
 *
 * @param keyStore the server's key, as PKCS #12
 * @param pem the certificate alone, for clients that aren't Java
 */
public record Certificate(Path keyStore, Path pem) {

    public static final String PASSWORD = "loopback";

    static Certificate create(Path folder) throws IOException, InterruptedException {
        Certificate certificate = new Certificate(folder.resolve("server.p12"), folder.resolve("server.pem"));
        certificate.keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=ip:127.0.0.1,dns:localhost",
                "-validity",
                "2");
        certificate.keytool("-exportcert", "-rfc", "-file", certificate.pem.toString());
        return certificate;
    }

    /** Flags for a JVM that trusts the certificate and no other. */
    List<String> trustedBy() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + keyStore,
                "-Djavax.net.ssl.trustStoreType=PKCS12",
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "server", "-keystore", keyStore.toString()));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }
}
