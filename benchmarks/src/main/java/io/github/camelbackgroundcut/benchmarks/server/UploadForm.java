// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.server;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An upload as it passes by: of the form only its start and its end are kept, where the fields and the file's name are. */
final class UploadForm {

    private static final int HEAD_BYTES = 2048;
    private static final int TAIL_BYTES = 1024;
    private static final Pattern FOLDER =
            Pattern.compile("name=\"upload_path\"(?:\r\n[^\r\n]+)*\r\n\r\n([^\r\n]*)\r\n");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"\r\n]*)\"");

    private final ByteArrayOutputStream head = new ByteArrayOutputStream(HEAD_BYTES);
    private final byte[] tail = new byte[TAIL_BYTES];
    private int tailLength;
    private long length;

    void add(ByteBuf content) {
        int count = content.readableBytes();
        length += count;
        int toHead = Math.min(count, HEAD_BYTES - head.size());
        if (toHead > 0) {
            byte[] start = new byte[toHead];
            content.getBytes(content.readerIndex(), start);
            head.write(start, 0, toHead);
        }
        int toTail = Math.min(count, TAIL_BYTES);
        int kept = Math.min(tailLength, TAIL_BYTES - toTail);
        System.arraycopy(tail, tailLength - kept, tail, 0, kept);
        content.getBytes(content.writerIndex() - toTail, tail, kept, toTail);
        tailLength = kept + toTail;
    }

    /** Bytes, of the form as a whole. */
    long length() {
        return length;
    }

    /** Where the file is "stored"; an empty string if the form has no file. */
    String path() {
        String start = head.toString(StandardCharsets.UTF_8);
        Matcher file = FILE_NAME.matcher(start);
        if (!file.find()) {
            return "";
        }
        Matcher folder = FOLDER.matcher(start + new String(tail, 0, tailLength, StandardCharsets.UTF_8));
        return (folder.find() ? folder.group(1) : "uploads") + '/' + file.group(1);
    }
}
