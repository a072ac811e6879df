// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.junit.jupiter.api.Test;

/** The memory of several processes, in a database. */
class PendingChargesIT {

    private static final int PROCESSES = 4;
    private static final int WORKS = 200;

    @Test
    void ofSeveralThatBeginAtTheSameMomentOneMay() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
            createTable(database.getPostgresDatabase());
            CyclicBarrier together = new CyclicBarrier(PROCESSES);
            inEachProcess(() -> {
                PendingCharges charges = new PendingCharges(
                        Optional.of(new JdbcMessageIdRepository(database.getPostgresDatabase(), "work")),
                        Runnable::run);
                for (int work = 0; work < WORKS; work++) {
                    together.await(60, TimeUnit.SECONDS);
                    if (charges.begin("work" + work, 0)) {
                        begun.incrementAndGet();
                    }
                }
                return null;
            });
        }

        assertThat(begun).hasValue(WORKS);
    }

    private static void inEachProcess(Callable<Void> process) throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(PROCESSES);
        try {
            List<Future<Void>> results = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                results.add(processes.submit(process));
            }
            for (Future<Void> result : results) {
                result.get();
            }
        } finally {
            processes.shutdownNow();
        }
    }

    private static void createTable(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new JdbcMessageIdRepository().getCreateString());
        }
    }
}
