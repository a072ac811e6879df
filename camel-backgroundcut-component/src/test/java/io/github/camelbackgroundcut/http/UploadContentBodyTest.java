// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.api.UploadFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.junit.jupiter.api.Test;

class UploadContentBodyTest {

    private static final byte[] BYTES = new byte[100_000];

    @Test
    void sendsTheBytesFromTheStartEachTime() throws IOException {
        UploadContentBody body = body(BYTES.length, () -> new ByteArrayInputStream(BYTES));

        for (int i = 0; i < 2; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            body.writeTo(out);
            assertThat(out.toByteArray()).isEqualTo(BYTES);
        }
    }

    @Test
    void knowsItsLengthOnlyIfTheFileDoes() {
        UploadFile unknown =
                new UploadFile("mug.jpg", "image/jpeg", OptionalLong.empty(), InputStream::nullInputStream);

        assertThat(body(7, InputStream::nullInputStream).getContentLength()).isEqualTo(7);
        assertThat(new UploadContentBody(unknown).getContentLength()).isEqualTo(-1);
    }

    @Test
    void refusesAFileThatShrank() {
        UploadContentBody body = body(BYTES.length + 1, () -> new ByteArrayInputStream(BYTES));

        assertThatThrownBy(() -> body.writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(UploadContentBody.SourceException.class)
                .hasRootCauseMessage(
                        "The file mug.jpg changed while it was sent (was 100001 bytes): is it still being written?");
    }

    @Test
    void refusesAFileThatGrewBeforeItSendsTooMuch() {
        UploadContentBody body = body(10, () -> new ByteArrayInputStream(BYTES));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> body.writeTo(out)).hasMessageContaining("changed while it was sent");
        assertThat(out.size()).isLessThanOrEqualTo(10);
    }

    @Test
    void closesTheFileWhenTheNetworkFails() {
        AtomicBoolean closed = new AtomicBoolean();
        UploadContentBody body = body(BYTES.length, () -> new ByteArrayInputStream(BYTES) {
            @Override
            public void close() {
                closed.set(true);
            }
        });

        assertThatThrownBy(() -> body.writeTo(new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("reset");
                    }
                }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("reset");
        assertThat(closed).isTrue();
    }

    @Test
    void tellsAFileThatCannotBeOpenedFromANetworkFailure() {
        UploadContentBody body = body(1, () -> {
            throw new IOException("no such file");
        });

        assertThatThrownBy(() -> body.writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(UploadContentBody.SourceException.class)
                .hasRootCauseMessage("no such file");
    }

    @Test
    void anEntityIsNeverRepeatableAndRemembersHowFarItCame() throws IOException {
        HttpEntity repeatable = new ByteArrayEntity(BYTES, null);
        TrackedEntity sent = new TrackedEntity(repeatable);
        assertThat(repeatable.isRepeatable()).isTrue();
        assertThat(sent.isRepeatable()).isFalse();
        assertThat(sent.isStarted()).isFalse();
        assertThat(sent.isSent()).isFalse();

        sent.writeTo(OutputStream.nullOutputStream());

        assertThat(sent.isStarted()).isTrue();
        assertThat(sent.isSent()).isTrue();
    }

    @Test
    void anEntityThatBrokeOffIsStartedButNotSent() {
        TrackedEntity entity = new TrackedEntity(new ByteArrayEntity(BYTES, null));

        assertThatThrownBy(() -> entity.writeTo(new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("reset");
                    }
                }))
                .hasMessage("reset");
        assertThat(entity.isStarted()).isTrue();
        assertThat(entity.isSent()).isFalse();
    }

    private static UploadContentBody body(long length, UploadFile.Content content) {
        return new UploadContentBody(new UploadFile("mug.jpg", "image/jpeg", OptionalLong.of(length), content));
    }
}
