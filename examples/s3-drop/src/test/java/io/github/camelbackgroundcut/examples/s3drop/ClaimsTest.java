// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {

    private static final long NEVER = 3_600_000;

    @TempDir
    private Path home;

    private HikariDataSource database;
    private final List<Claims> started = new ArrayList<>();

    @BeforeEach
    void openDatabase() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestClaims.url(home));
        database = new HikariDataSource(config);
    }

    @AfterEach
    void closeDatabase() {
        started.forEach(Claims::stop);
        database.close();
    }

    @Test
    void givesAPictureToOneInstanceOnly() {
        Claims one = claims(NEVER);
        Claims other = claims(NEVER);

        assertThat(one.add("mug")).isTrue();
        assertThat(other.add("mug")).isFalse();
        assertThat(one.add("mug")).isFalse();
        assertThat(other.add("vase")).isTrue();
    }

    @Test
    void forgetsAPictureThatIsDone() {
        Claims one = claims(NEVER);
        one.add("mug");
        one.confirm("mug");

        assertThat(claims(NEVER).add("mug")).isTrue();
    }

    @Test
    void waitsForTheExpiryBeforeAFailedPictureIsTriedAgain() {
        Claims one = claims(400);
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setException(new IOException("It can't be moved"));
        one.add("mug");
        long failed = System.nanoTime();
        one.remove(exchange, "mug");

        await().pollInterval(20, MILLISECONDS).atMost(10, SECONDS).until(() -> one.add("mug"));
        assertThat(System.nanoTime() - failed).isGreaterThan(MILLISECONDS.toNanos(300));
    }

    @Test
    void forgetsAPictureWhoseFailureWasDealtWith() {
        Claims one = claims(NEVER);
        one.add("mug");
        one.remove(new DefaultExchange(new DefaultCamelContext()), "mug");

        assertThat(one.add("mug")).isTrue();
    }

    @Test
    void letsAnInstanceTakeOverFromOneThatIsDead() {
        Claims dead = claims(NEVER);
        dead.add("mug");
        Claims other = claims(300);

        assertThat(other.add("mug")).isFalse();
        await().atMost(10, SECONDS).until(() -> other.add("mug"));
    }

    @Test
    void renewsTheClaimsOfAnInstanceThatLives() {
        Claims alive = claims(400);
        alive.add("mug");
        Claims other = claims(400);
        long end = System.nanoTime() + SECONDS.toNanos(2);

        // Time has to pass: nothing is to happen.
        while (System.nanoTime() < end) {
            assertThat(other.add("mug")).isFalse();
        }
    }

    @Test
    void doesNotTakeOverFromItself() {
        claims(NEVER);
        Claims unableToRenew = new Claims(database, "pictures");
        unableToRenew.setExpiry(1);
        unableToRenew.add("mug");
        long end = System.nanoTime() + MILLISECONDS.toNanos(100);

        while (System.nanoTime() < end) {
            assertThat(unableToRenew.add("mug")).isFalse();
        }
    }

    @Test
    void doesNotRemoveTheClaimOfItsSuccessor() {
        Claims slow = claims(NEVER);
        slow.add("mug");
        Claims successor = claims(100);
        await().atMost(10, SECONDS).until(() -> successor.add("mug"));

        assertThat(slow.remove("mug")).isFalse();
        assertThat(claims(NEVER).add("mug")).isFalse();
    }

    @Test
    void givesAnExpiredClaimToOneOfThoseThatAskAtOnce() throws Exception {
        Claims dead = claims(NEVER);
        for (int i = 0; i < 20; i++) {
            dead.add("p" + i);
        }
        Claims one = claims(200);
        Claims other = claims(200);
        await().atMost(10, SECONDS).until(() -> one.add("p0"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int i = 1; i < 20; i++) {
                String key = "p" + i;
                List<Future<Boolean>> answers = new ArrayList<>();
                for (Claims asking : List.of(one, other, one, other)) {
                    answers.add(threads.submit(() -> asking.add(key)));
                }
                int given = 0;
                for (Future<Boolean> answer : answers) {
                    given += answer.get() ? 1 : 0;
                }
                assertThat(given).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Claims claims(long expiry) {
        Claims claims = new Claims(database, "pictures");
        claims.setExpiry(expiry);
        claims.start();
        started.add(claims);
        return claims;
    }
}
