// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;

/** Makes the pool whose threads make the calls. */
final class CallPool {

    private static final String NAME = "BackgroundCut";

    private CallPool() {}

    /**
     * A pool of Camel's. What doesn't fit into it runs on the thread of who brings it; what comes when it is shut down is
     * refused. Camel's own policy would drop the latter without a word, and its callback with it.
     *
     * @param source whom it belongs to
     * @param size the number of threads
     */
    static ExecutorService create(CamelContext context, Object source, int size) {
        ThreadPoolProfile profile = new ThreadPoolProfile(NAME);
        profile.setPoolSize(size);
        profile.setMaxPoolSize(size);
        ExecutorService pool = context.getExecutorServiceManager().newThreadPool(source, NAME, profile);
        // A pool of virtual threads has no limit, and refuses by itself when it is shut down.
        if (pool instanceof ThreadPoolExecutor bounded) {
            bounded.setRejectedExecutionHandler(CallPool::runHereOrRefuse);
        }
        return pool;
    }

    private static void runHereOrRefuse(Runnable call, ThreadPoolExecutor pool) {
        if (pool.isShutdown()) {
            throw new RejectedExecutionException("The BackgroundCut component is stopped");
        }
        call.run();
    }
}
