// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart body, written as browsers write it. */
public final class Multipart {

    private static final String BOUNDARY = "----TestBoundary7MA4YWxk";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public static Multipart upload(String uploadPath) {
        return new Multipart().field("upload_path", uploadPath);
    }

    public Multipart field(String name, String value) {
        part("name=\"" + name + "\"", "");
        return bytes(value + "\r\n");
    }

    public Multipart file(String fileName, byte[] content) {
        return file("files", fileName, content);
    }

    public Multipart file(String name, String fileName, byte[] content) {
        String escaped = fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        part("name=\"" + name + "\"; filename=\"" + escaped + "\"", "Content-Type: application/octet-stream\r\n");
        body.writeBytes(content);
        return bytes("\r\n");
    }

    public byte[] end() {
        bytes("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    /** The bytes so far, without the end. */
    public byte[] unfinished() {
        return body.toByteArray();
    }

    public static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    private void part(String disposition, String headers) {
        bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + headers + "\r\n");
    }

    private Multipart bytes(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
