// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.error.AuthenticationFailedException;
import io.github.camelbackgroundcut.api.error.CreditsExhaustedException;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.aws2.s3.AWS2S3Endpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Decides what becomes of a picture in a bucket. The picture's message is an entry of a listing; the Kamelet's {@code aws2-s3}
 * endpoints take the keys from exchange properties.
 */
public final class S3Drop extends Drop {

    static final String KEY = "CamelBackgroundCutDropKey";
    static final String NAME = "CamelBackgroundCutDropName";
    static final String CUTOUT_KEY = "CamelBackgroundCutDropCutoutKey";
    static final String ONLY_VARIANT = "CamelBackgroundCutDropVariant";
    static final String ETAG = "CamelBackgroundCutDropETag";
    static final String METADATA = "CamelBackgroundCutDropMetadata";

    private static final Logger LOG = LoggerFactory.getLogger(S3Drop.class);
    private static final int PRECONDITION_FAILED = 412;

    private final S3Prefixes prefixes = new S3Prefixes();
    private String sourceBucket;
    private String targetBucket;
    private String variants;
    private S3Claims claims;
    private long delay = 5_000;

    private Endpoint queue;
    private AWS2S3Endpoint source;
    private S3Objects objects;
    private S3Inbox inbox;
    private ScheduledExecutorService looking;

    public void setSourceBucket(String sourceBucket) {
        this.sourceBucket = sourceBucket;
    }

    public void setTargetBucket(String targetBucket) {
        this.targetBucket = targetBucket;
    }

    /** @param inbox the prefix of pictures that are dropped */
    public void setInbox(String inbox) {
        prefixes.setInbox(inbox);
    }

    /** @param done the prefix that a picture moves to when it has its cutouts */
    public void setDone(String done) {
        prefixes.setDone(done);
    }

    /** @param failed the prefix that a picture moves to if it has failed */
    public void setFailed(String failed) {
        prefixes.setFailed(failed);
    }

    /** @param variants as JSON text, as in the header {@value BackgroundCutConstants#VARIANTS} */
    public void setVariants(String variants) {
        this.variants = variants;
    }

    /** @param claims shared by all instances on the inbox */
    public void setClaims(S3Claims claims) {
        this.claims = claims;
    }

    /** @param delay milliseconds between two looks into the inbox */
    public void setDelay(long delay) {
        this.delay = delay;
    }

    @Override
    void prepare(Route route) {
        if (sourceBucket.equals(targetBucket)) {
            throw new IllegalArgumentException(
                    "sourceBucket and targetBucket are the same: cutouts could become pictures again. Use two buckets.");
        }
        prefixes.check(variants);
        queue = route.getEndpoint();
        source = route.getCamelContext().getEndpoint("aws2-s3:" + sourceBucket, AWS2S3Endpoint.class);
    }

    @Override
    void start() {
        ServiceHelper.startService(claims, source);
        objects = new S3Objects(source.getS3Client(), sourceBucket);
        objects.requireBucket(sourceBucket);
        objects.requireBucket(targetBucket);
        inbox = new S3Inbox(source.getS3Client(), sourceBucket, prefixes.inbox());
        looking = inbox.start(queue, delay);
    }

    @Override
    void prepareStop() {
        if (inbox != null) {
            inbox.stop();
        }
    }

    @Override
    void stop() {
        if (looking != null) {
            queue.getCamelContext().getExecutorServiceManager().shutdownNow(looking);
        }
        ServiceHelper.stopService(claims);
    }

    @Override
    boolean begin(Exchange exchange) {
        S3Picture picture =
                S3Picture.of(exchange.getMessage().getBody(S3Object.class).key(), prefixes.inbox());
        if (!claims.add(picture.claim())) {
            return false;
        }
        exchange.setProperty(PICTURE, picture.path());
        exchange.setProperty(KEY, picture.key());
        exchange.setProperty(NAME, picture.plainName());
        exchange.setProperty(ONLY_VARIANT, prefixes.variants().get(0));
        exchange.getMessage().setHeader(BackgroundCutConstants.VARIANTS, variants);
        return true;
    }

    @Override
    void check(Exchange exchange) {
        if (prefixes.areTooLongFor(picture(exchange))) {
            throw new IllegalArgumentException(
                    "The key is too long: the keys of its cutouts are longer, and S3 allows 1024"
                            + " bytes. Shorten it.");
        }
    }

    @Override
    void complete(Exchange exchange) {
        S3Picture picture = picture(exchange);
        objects.move(picture.key(), exchange.getProperty(ETAG, String.class), prefixes.done() + picture.path());
    }

    @Override
    void putAside(Exchange exchange, FailureReport report) {
        S3Picture picture = picture(exchange);
        String destination = prefixes.failedKey(picture);
        objects.putText(destination + S3Prefixes.REASON, report.text());
        objects.move(picture.key(), exchange.getProperty(ETAG, String.class), destination);
    }

    @Override
    void end(Exchange exchange) {
        String claim = picture(exchange).claim();
        if (exchange.getException() != null && !exchange.getContext().isStopping()) {
            claims.leave(claim);
        } else {
            claims.remove(claim);
        }
    }

    @Override
    boolean isObsolete(Exchange exchange, Throwable cause) {
        S3Picture picture = picture(exchange);
        if (cause instanceof NoSuchKeyException) {
            // Another instance was faster, or somebody has taken the picture out of the inbox.
            LOG.debug("{} is no longer in the inbox", picture.path());
            return true;
        }
        if (cause instanceof S3Exception answer && answer.statusCode() == PRECONDITION_FAILED) {
            // It stays in the inbox: it is a new one.
            LOG.info("{} was replaced meanwhile, and is done again", picture.path());
            return true;
        }
        if (!exchange.getContext().isStopping() && objects.isLost(picture.key())) {
            LOG.info("{} failed here, and was moved by another instance: {}", picture.path(), cause.getMessage());
            return true;
        }
        return false;
    }

    /** Also credits and the key: they are the same for all pictures, which stay in the inbox meanwhile. */
    @Override
    boolean isOutage(Throwable cause) {
        if (cause instanceof InvalidObjectStateException
                || cause instanceof NoSuchKeyException
                || cause instanceof S3Exception answer && answer.statusCode() == PRECONDITION_FAILED) {
            return false;
        }
        return super.isOutage(cause)
                || cause instanceof AuthenticationFailedException
                || cause instanceof CreditsExhaustedException
                || cause instanceof SdkException
                || cause instanceof DataAccessException
                || cause instanceof TransactionException
                || cause instanceof IOException;
    }

    @Override
    boolean isTelling(Throwable failure) {
        return super.isTelling(failure)
                || failure instanceof SdkException
                || failure instanceof DataAccessException
                || failure instanceof TransactionException
                || failure instanceof IOException;
    }

    /** Camel's own words only say that a split has failed. */
    @Override
    Throwable cause(Throwable failure) {
        Throwable cause = super.cause(failure);
        return cause instanceof CamelExchangeException && cause.getCause() != null ? cause.getCause() : cause;
    }

    private S3Picture picture(Exchange exchange) {
        return S3Picture.of(exchange.getProperty(KEY, String.class), prefixes.inbox());
    }
}
