// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class S3ClaimsTest {

    private static final long NEVER = 3_600_000;

    @TempDir
    private Path home;

    private final SQLiteDataSource database = new SQLiteDataSource();
    private final List<S3Claims> started = new ArrayList<>();

    @BeforeEach
    void openDatabase() {
        database.setUrl("jdbc:sqlite:" + home.resolve("claims.db") + "?busy_timeout=10000&transaction_mode=IMMEDIATE");
    }

    @AfterEach
    void stopThem() {
        started.forEach(S3Claims::stop);
    }

    @Test
    void givesAPictureToOneInstanceOnly() {
        S3Claims one = claims(NEVER);
        S3Claims other = claims(NEVER);

        assertThat(one.add("mug")).isTrue();
        assertThat(other.add("mug")).isFalse();
        assertThat(one.add("mug")).isFalse();
        assertThat(other.add("vase")).isTrue();
    }

    @Test
    void forgetsAPictureThatIsDone() {
        S3Claims one = claims(NEVER);
        one.add("mug");
        one.remove("mug");

        assertThat(claims(NEVER).add("mug")).isTrue();
    }

    @Test
    void waitsForTheExpiryBeforeAFailedPictureIsTriedAgain() {
        S3Claims one = claims(400);
        one.add("mug");
        long failed = System.nanoTime();
        one.leave("mug");

        await().pollInterval(20, MILLISECONDS).atMost(10, SECONDS).until(() -> one.add("mug"));
        assertThat(System.nanoTime() - failed).isGreaterThan(MILLISECONDS.toNanos(300));
    }

    @Test
    void letsAnInstanceTakeOverFromOneThatIsDead() {
        S3Claims dead = claims(NEVER);
        dead.add("mug");
        S3Claims other = claims(300);

        assertThat(other.add("mug")).isFalse();
        await().atMost(10, SECONDS).until(() -> other.add("mug"));
    }

    @Test
    void renewsTheClaimsOfAnInstanceThatLives() {
        S3Claims alive = claims(400);
        alive.add("mug");
        S3Claims other = claims(400);
        long end = System.nanoTime() + SECONDS.toNanos(2);

        // Time has to pass: nothing is to happen.
        while (System.nanoTime() < end) {
            assertThat(other.add("mug")).isFalse();
        }
    }

    @Test
    void doesNotTakeOverFromItself() {
        claims(NEVER);
        S3Claims unableToRenew = new S3Claims(database, "pictures");
        unableToRenew.setExpiry(1);
        unableToRenew.add("mug");
        long end = System.nanoTime() + MILLISECONDS.toNanos(100);

        while (System.nanoTime() < end) {
            assertThat(unableToRenew.add("mug")).isFalse();
        }
    }

    @Test
    void doesNotRemoveTheClaimOfItsSuccessor() {
        S3Claims slow = claims(NEVER);
        slow.add("mug");
        S3Claims successor = claims(100);
        await().atMost(10, SECONDS).until(() -> successor.add("mug"));

        assertThat(slow.remove("mug")).isFalse();
        assertThat(claims(NEVER).add("mug")).isFalse();
    }

    @Test
    void givesAnExpiredClaimToOneOfThoseThatAskAtOnce() throws Exception {
        S3Claims dead = claims(NEVER);
        for (int i = 0; i < 20; i++) {
            dead.add("p" + i);
        }
        S3Claims one = claims(200);
        S3Claims other = claims(200);
        await().atMost(10, SECONDS).until(() -> one.add("p0"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int i = 1; i < 20; i++) {
                String key = "p" + i;
                List<Future<Boolean>> answers = new ArrayList<>();
                for (S3Claims asking : List.of(one, other, one, other)) {
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

    private S3Claims claims(long expiry) {
        S3Claims claims = new S3Claims(database, "pictures");
        claims.setExpiry(expiry);
        claims.start();
        started.add(claims);
        return claims;
    }
}
