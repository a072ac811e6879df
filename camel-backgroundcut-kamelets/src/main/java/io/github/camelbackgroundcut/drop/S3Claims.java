// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.springframework.dao.DataAccessException;

/**
 * Which instance works on which picture, for all instances that share a database. A claim lasts as long as the work, and expires
 * if its instance dies.
 *
 * <p>An instance renews its claims as long as it lives. The time of the last renewal also tells whose a claim is: an instance that
 * has lost one, because it did not answer for too long, neither renews nor removes that of its successor. The clocks of the
 * machines may differ by half of the expiry.
 *
 * <p>Camel has a {@code JdbcOrphanLockAwareIdempotentRepository} for this, but there two instances may take over the same claim
 * at the same moment, and a claim that was taken over isn't renewed.
 */
public final class S3Claims extends JdbcMessageIdRepository {

    private static final String MINE = " WHERE processorName = ? AND messageId = ? AND createdAt = ?";
    private static final String RENEW = "UPDATE CAMEL_MESSAGEPROCESSED SET createdAt = ?" + MINE;
    private static final String REMOVE = "DELETE FROM CAMEL_MESSAGEPROCESSED" + MINE;
    private static final String TAKE_OVER = "UPDATE CAMEL_MESSAGEPROCESSED SET createdAt = ?"
            + " WHERE processorName = ? AND messageId = ? AND createdAt < ?";
    private static final int RENEWALS_PER_EXPIRY = 4;

    /** When those of this instance were last renewed. */
    private final Map<String, Timestamp> mine = new ConcurrentHashMap<>();

    private long expiry = 60_000;
    private ScheduledExecutorService renewal;

    /** @param processorName whose claims they are: the same for all instances that share them */
    public S3Claims(DataSource dataSource, String processorName) {
        super(dataSource, processorName);
    }

    /** @param expiry milliseconds after which a claim that isn't renewed is free */
    public void setExpiry(long expiry) {
        this.expiry = expiry;
    }

    @Override
    public boolean add(String key) {
        if (mine.containsKey(key)) {
            // Also if it has expired, since the database could not be reached.
            return false;
        }
        Timestamp now = now();
        boolean added = takeOver(key, now) || insert(key, now);
        if (added) {
            mine.put(key, now);
        }
        return added;
    }

    private boolean takeOver(String key, Timestamp now) {
        Timestamp expired = new Timestamp(now.getTime() - expiry);
        boolean taken = jdbcTemplate.update(TAKE_OVER, now, processorName, key, expired) == 1;
        if (taken) {
            log.warn("Took over the claim {}, which has expired", key);
        }
        return taken;
    }

    private boolean insert(String key, Timestamp now) {
        try {
            return jdbcTemplate.update(getInsertString(), processorName, key, now) == 1;
        } catch (DataAccessException e) {
            // Not every driver says that the key is there already.
            if (queryForInt(key) > 0) {
                return false;
            }
            throw e;
        }
    }

    /** Leaves a claim to expire, so that its picture isn't tried again at every look into the inbox. */
    void leave(String key) {
        mine.remove(key);
    }

    @Override
    public boolean remove(String key) {
        Timestamp renewed = mine.remove(key);
        return renewed != null && jdbcTemplate.update(REMOVE, processorName, key, renewed) == 1;
    }

    private void renew() {
        mine.keySet().forEach(key -> mine.computeIfPresent(key, this::renew));
    }

    private Timestamp renew(String key, Timestamp last) {
        try {
            Timestamp now = now();
            if (jdbcTemplate.update(RENEW, now, processorName, key, last) == 1) {
                return now;
            }
            log.warn("Another instance has taken over the claim {}", key);
            return null;
        } catch (DataAccessException e) {
            log.warn("Cannot renew the claim {}: {}", key, e.getMessage());
            return last;
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        renewal = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "claims");
            thread.setDaemon(true);
            return thread;
        });
        long interval = Math.max(1, expiry / RENEWALS_PER_EXPIRY);
        renewal.scheduleWithFixedDelay(this::renew, interval, interval, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() throws Exception {
        renewal.shutdown();
        super.doStop();
    }

    /** As precise as every database keeps it: it is compared. */
    private static Timestamp now() {
        return Timestamp.from(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
