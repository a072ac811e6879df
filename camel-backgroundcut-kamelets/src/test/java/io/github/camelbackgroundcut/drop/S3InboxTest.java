// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3InboxTest {

    @Test
    void findsMoreThanAPageOfPictures() {
        S3Inbox inbox = new S3Inbox(new Bucket(3), "pictures", "inbox/");

        assertThat(keys(inbox)).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void leavesFoldersAlone() {
        assertThat(keys(new S3Inbox(new Bucket(1), "pictures", "inbox/"))).noneMatch(key -> key.endsWith("/"));
    }

    @Test
    void findsNothingMoreWhenItIsStopped() {
        S3Inbox inbox = new S3Inbox(new Bucket(3), "pictures", "inbox/");
        inbox.stop();

        assertThat(keys(inbox)).isEmpty();
    }

    private static List<String> keys(S3Inbox inbox) {
        List<String> keys = new ArrayList<>();
        inbox.pictures().forEachRemaining(picture -> keys.add(picture.key()));
        return keys;
    }

    /** Pages of a folder and ten pictures. */
    private record Bucket(int pages) implements S3Client {

        @Override
        public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
            int page = request.continuationToken() == null ? 0 : Integer.parseInt(request.continuationToken());
            List<S3Object> objects = new ArrayList<>();
            objects.add(object(request.prefix() + page + "/"));
            IntStream.range(0, 10)
                    .mapToObj(i -> object(request.prefix() + page + "/" + i))
                    .forEach(objects::add);
            boolean last = page == pages - 1;
            return ListObjectsV2Response.builder()
                    .contents(objects)
                    .isTruncated(!last)
                    .nextContinuationToken(last ? null : String.valueOf(page + 1))
                    .build();
        }

        private static S3Object object(String key) {
            return S3Object.builder().key(key).build();
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }
}
