// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.dialect;

import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.api.ApiCalls;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.Download;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.api.UploadFile;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import io.github.camelbackgroundcut.api.error.InvalidRequestException;
import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which dialect a service speaks, at no cost: a call that is refused as nonsense is charged nothing, and is made in
 * the other dialect. What worked is spoken from then on.
 */
final class AutoDialect implements V3Dialect {

    private static final Logger LOG = LoggerFactory.getLogger(AutoDialect.class);
    /** What a service says that has no such file or no such call, or whose token isn't for it. */
    private static final Set<Integer> NOTHING_THERE = Set.of(400, 401, 403, 404, 405);

    private final V3Dialect paths;
    private final V3Dialect keys;
    private final AtomicReference<V3Dialect> known = new AtomicReference<>();

    AutoDialect(V3Dialect paths, V3Dialect keys) {
        this.paths = paths;
        this.keys = keys;
    }

    @Override
    public String name() {
        V3Dialect dialect = known.get();
        return dialect == null ? "auto" : "auto (" + dialect.name() + ')';
    }

    @Override
    public Answer.Uploaded upload(ApiCalls calls, Credential credential, String uploadPath, List<UploadFile> files)
            throws BackgroundCutException, IOException {
        return inWhichever(calls, dialect -> dialect.upload(calls, credential, uploadPath, files));
    }

    @Override
    public Answer.Processed process(
            ApiCalls calls, Credential credential, String inputFilePath, List<OutputVariant> variants)
            throws BackgroundCutException, IOException {
        return inWhichever(calls, dialect -> dialect.process(calls, credential, inputFilePath, variants));
    }

    @Override
    public Answer.Segmented segment(
            ApiCalls calls,
            Credential credential,
            String inputFilePath,
            String outputFilePath,
            List<Point> foregroundPoints,
            List<Point> backgroundPoints)
            throws BackgroundCutException, IOException {
        return inWhichever(
                calls,
                dialect -> dialect.segment(
                        calls, credential, inputFilePath, outputFilePath, foregroundPoints, backgroundPoints));
    }

    /** What the paths dialect finds teaches nothing: it is open whether services of the other one still have that call. */
    @Override
    public Download download(ApiCalls calls, Credential credential, String path)
            throws BackgroundCutException, IOException {
        V3Dialect dialect = known.get();
        if (dialect != null) {
            return dialect.download(calls, credential, path);
        }
        try {
            return paths.download(calls, credential, path);
        } catch (BackgroundCutException first) {
            if (!isNothingThere(first)) {
                throw first;
            }
            return downloadByKey(calls, credential, path, first);
        }
    }

    private Download downloadByKey(ApiCalls calls, Credential credential, String path, BackgroundCutException first)
            throws BackgroundCutException, IOException {
        Answer.Published published;
        try {
            published = keys.publicUrl(calls, credential, path);
        } catch (BackgroundCutException second) {
            boolean secondTells = !isNothingThere(second)
                    || second instanceof PathNotFoundException && !(first instanceof PathNotFoundException);
            throw secondTells ? second.besides(first, paths.name()) : first.besides(second, keys.name());
        } catch (IOException second) {
            second.addSuppressed(first);
            throw second;
        }
        learn(keys, calls);
        // What a storage refuses may be there all the same: its error is the one.
        return calls.fetch(published.url());
    }

    /** One dialect alone has it, and a service may speak both. */
    @Override
    public Answer.Published publicUrl(ApiCalls calls, Credential credential, String path)
            throws BackgroundCutException, IOException {
        Answer.Published published;
        try {
            published = keys.publicUrl(calls, credential, path);
        } catch (BackgroundCutException e) {
            if (!isNothingThere(e) || known.get() == keys) {
                throw e;
            }
            if (known.get() == paths) {
                return paths.publicUrl(calls, credential, path);
            }
            throw e.noting("If the service speaks the dialect paths, it has no public URLs: use download instead.");
        }
        learn(keys, calls);
        return published;
    }

    private static boolean isNothingThere(BackgroundCutException refusal) {
        return NOTHING_THERE.contains(refusal.getStatusCode());
    }

    private <T> T inWhichever(ApiCalls calls, DialectCall<T> call) throws BackgroundCutException, IOException {
        V3Dialect dialect = known.get();
        if (dialect != null) {
            return call.in(dialect);
        }
        T answer;
        try {
            answer = call.in(paths);
        } catch (BackgroundCutException first) {
            if (!mayBeAnothers(first)) {
                throw first;
            }
            return inOther(calls, call, first);
        }
        learn(paths, calls);
        return answer;
    }

    private <T> T inOther(ApiCalls calls, DialectCall<T> call, BackgroundCutException first)
            throws BackgroundCutException, IOException {
        T answer;
        try {
            answer = call.in(keys);
        } catch (BackgroundCutException second) {
            if (mayBeAnothers(second)) {
                throw first.besides(second, keys.name());
            }
            // It was understood, or nobody knows: what follows, such as a retry or a look for a result, is about this
            // one.
            throw second.besides(first, paths.name());
        } catch (IOException second) {
            second.addSuppressed(first);
            throw second;
        }
        learn(keys, calls);
        return answer;
    }

    /** Whether the call, or the answer, may be another dialect's. What may have been charged is never sent a second time. */
    private static boolean mayBeAnothers(BackgroundCutException refusal) {
        return refusal instanceof InvalidRequestException
                || refusal instanceof InvalidAnswerException answer
                        && answer.lacksResult()
                        && !answer.mayHaveBeenCharged();
    }

    private void learn(V3Dialect dialect, ApiCalls calls) {
        if (known.compareAndSet(null, dialect)) {
            LOG.info("{} speaks the dialect {} of the API", calls.baseUrl(), dialect.name());
        }
    }

    /** A call, in one dialect or the other. */
    @FunctionalInterface
    private interface DialectCall<T> {
        T in(V3Dialect dialect) throws BackgroundCutException, IOException;
    }
}
