// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection of the pool that writes no log. HttpClient's own can log all that goes over the wire, and so credentials,
 * tokens and public URLs.
 */
final class UnloggedConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    /** How often an upload looks for a refusal that came before its end. */
    private static final int EARLY_ANSWER_CHECK_BYTES = 256 * 1024;

    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Timeout timeoutInUse = Timeout.DISABLED;

    UnloggedConnection() {
        super(
                Http1Config.DEFAULT,
                null,
                null,
                null,
                null,
                new MonitoringResponseOutOfOrderStrategy(EARLY_ANSWER_CHECK_BYTES),
                SecretQuery.Writer::new,
                null);
    }

    /** A call that is ended while its connection is made must not get one. */
    @Override
    protected void bind(SocketHolder socket) throws IOException {
        if (closed.get()) {
            socket.getSocket().close();
            throw new InterruptedIOException("The connection was closed before it was made");
        }
        super.bind(socket);
    }

    @Override
    public Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    /** It goes back to the pool, which waits for nothing. */
    @Override
    public void passivate() {
        timeoutInUse = getSocketTimeout();
        setSocketTimeout(Timeout.DISABLED);
    }

    @Override
    public void activate() {
        setSocketTimeout(timeoutInUse);
    }

    @Override
    public void close() throws IOException {
        closed.set(true);
        super.close();
    }

    @Override
    public void close(CloseMode mode) {
        closed.set(true);
        super.close(mode);
    }
}
