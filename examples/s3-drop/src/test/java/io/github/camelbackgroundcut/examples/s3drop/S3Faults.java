// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Lets requests of AWS' client fail, which finds it by a file in the test's resources. */
public final class S3Faults implements ExecutionInterceptor {

    private static final Function<SdkRequest, Optional<RuntimeException>> NONE = request -> Optional.empty();
    private static final AtomicInteger STRUCK = new AtomicInteger();

    private static volatile Function<SdkRequest, Optional<RuntimeException>> before = NONE;
    private static volatile Function<SdkRequest, Optional<RuntimeException>> afterTransmission = NONE;
    private static volatile String brokenKey = "";
    private static volatile int brokenAfter;

    /** @param faults the failure of a request, if it is to fail before it is sent */
    static void set(Function<SdkRequest, Optional<RuntimeException>> faults) {
        before = faults;
    }

    /** @param faults the failure of each try of a request, if it is to fail after it was sent */
    static void setAfterTransmission(Function<SdkRequest, Optional<RuntimeException>> faults) {
        afterTransmission = faults;
    }

    /** Lets an object's content end with an error, once. */
    static void breakOff(String key, int bytes) {
        brokenKey = key;
        brokenAfter = bytes;
    }

    static void clear() {
        before = NONE;
        afterTransmission = NONE;
        brokenKey = "";
        STRUCK.set(0);
    }

    /** How many requests have failed. */
    static int struck() {
        return STRUCK.get();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        before.apply(context.request()).ifPresent(S3Faults::strike);
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        afterTransmission.apply(context.request()).ifPresent(S3Faults::strike);
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (context.request() instanceof GetObjectRequest get && get.key().equals(brokenKey)) {
            brokenKey = "";
            STRUCK.incrementAndGet();
            return context.responseBody().map(content -> new SequenceInputStream(start(content), new Broken()));
        }
        return context.responseBody();
    }

    private static InputStream start(InputStream content) {
        try {
            return new ByteArrayInputStream(content.readNBytes(brokenAfter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void strike(RuntimeException failure) {
        STRUCK.incrementAndGet();
        throw failure;
    }

    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("The connection broke off");
        }
    }
}
