// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs.walk;

import io.github.camelbackgroundcut.docs.FreePort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Free ports in place of those of a page, of which another program may have one. */
final class Ports {

    private static final Pattern PORT = Pattern.compile("(?<=[:= ])(?:8070|8080|8089|9090|9191|9876)\\b");

    private final Map<String, Integer> free = new TreeMap<>();

    /** @param emulator the port of an emulator that is there already */
    static Ports withEmulator(int emulator) {
        Ports ports = new Ports();
        ports.free.put("8089", emulator);
        return ports;
    }

    String replaced(String text) {
        return PORT.matcher(text)
                .replaceAll(port -> String.valueOf(free.computeIfAbsent(port.group(), any -> FreePort.any())));
    }

    /** Those named in a text that nobody listens to. */
    List<Integer> silent(String text) {
        return free.values().stream()
                .filter(port -> text.contains(String.valueOf(port)))
                .filter(port -> !isHeard(port))
                .toList();
    }

    static boolean isHeard(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
