// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.examples.workerfleet.failure.AccountWatch;
import io.github.camelbackgroundcut.examples.workerfleet.picture.PictureMessage;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Counts what this worker does, and tells it with what the component's meters say. */
public final class WorkerReports implements CamelContextAware {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String worker;
    private final AccountWatch account;
    private final LongAdder pictures = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private CamelContext context;

    public WorkerReports(String worker, AccountWatch account) {
        this.worker = worker;
        this.account = account;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        this.context = context;
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    /** A picture has its cutouts. */
    public void done() {
        pictures.increment();
    }

    /** A picture goes to the dead letters. */
    public void failed() {
        failures.increment();
    }

    public String worker() {
        return worker;
    }

    /** As JSON. */
    public String report() throws JsonProcessingException {
        MeterRegistry meters = context.getRegistry().findSingleByType(MeterRegistry.class);
        return JSON.writeValueAsString(new WorkerReport(
                worker,
                HttpServers.address(context, VertxPlatformHttpRouter::isManagementServer) + "/observe/health",
                pictures.sum(),
                failures.sum(),
                paid(meters) * variants(),
                calls(meters, all -> true),
                calls(meters, timer -> "429".equals(timer.getId().getTag("status"))),
                (long) meters.find("camel.backgroundcut.pace.learned").gauges().stream()
                        .mapToDouble(Gauge::value)
                        .sum(),
                account.pause().orElse("")));
    }

    private static long paid(MeterRegistry meters) {
        return (long) meters.find("camel.backgroundcut.pictures.paid").functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .sum();
    }

    /** Each result of a process call costs a credit. */
    private int variants() {
        return PictureMessage.names(context.resolvePropertyPlaceholders("{{fleet.variants}}"))
                .size();
    }

    private static long calls(MeterRegistry meters, Predicate<Timer> which) {
        return meters.find("camel.backgroundcut.calls").timers().stream()
                .filter(which)
                .mapToLong(Timer::count)
                .sum();
    }
}
