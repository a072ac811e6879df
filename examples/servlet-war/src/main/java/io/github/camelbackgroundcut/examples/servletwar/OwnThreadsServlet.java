// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.servletwar;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;

/**
 * Handles requests on threads of the application, which end with it. Camel leaves an object on each thread that it runs on. On the
 * container's threads, that object would keep the application in memory when it is taken away.
 */
public class OwnThreadsServlet extends CamelHttpTransportServlet {

    private static final long serialVersionUID = 1L;

    private final transient ExecutorService threads = Executors.newCachedThreadPool();

    @Override
    protected void doService(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Future<?> handled = threads.submit(() -> {
            super.doService(request, response);
            return null;
        });
        try {
            handled.get();
        } catch (ExecutionException e) {
            throw new ServletException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The container ends the request");
        }
    }

    @Override
    public void destroy() {
        super.destroy();
        threads.shutdown();
    }
}
