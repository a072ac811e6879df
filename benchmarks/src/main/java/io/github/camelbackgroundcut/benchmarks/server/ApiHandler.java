// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the calls of one connection, one after another. */
final class ApiHandler extends SimpleChannelInboundHandler<HttpObject> {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern BYTES = Pattern.compile("/bytes-(\\d+)/");
    private static final Pattern DELAY = Pattern.compile("/delay-(\\d+)/");
    private static final String FILES = "/v3/files/";

    private final StoredFile file;
    private final long delayMillis;

    private HttpRequest request;
    private UploadForm form;
    private ByteBuf json;
    /** Of the file that is being sent. */
    private long position;

    private long end;
    private boolean sending;

    ApiHandler(StoredFile file, long delayMillis) {
        this.file = file;
        this.delayMillis = delayMillis;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws Exception {
        if (part instanceof HttpRequest head) {
            request = head;
            form = head.uri().equals("/v3/file-ops/upload/") ? new UploadForm() : null;
            json = form == null ? Unpooled.buffer() : null;
        }
        if (part instanceof HttpContent content) {
            if (form != null) {
                form.add(content.content());
            } else {
                json.writeBytes(content.content());
            }
        }
        if (part instanceof LastHttpContent) {
            answer(context);
        }
    }

    private void answer(ChannelHandlerContext context) throws Exception {
        if (request.headers().get(HttpHeaderNames.AUTHORIZATION) == null) {
            sendJson(context, HttpResponseStatus.UNAUTHORIZED, MAPPER.createObjectNode());
            return;
        }
        String uri = request.uri();
        if (uri.startsWith(FILES)) {
            sendFile(context, uri);
        } else if (form != null) {
            sendUploaded(context);
        } else if (uri.equals("/v3/tools/ai/remove-bg/process/")) {
            sendProcessed(context, MAPPER.readTree(bytes(json)));
        } else if (uri.equals("/v3/auth/access-token/")) {
            sendJson(context, HttpResponseStatus.OK, MAPPER.createObjectNode().put("access_token", "eyJ.loopback"));
        } else if (uri.equals("/v3/file-ops/usage/")) {
            sendJson(context, HttpResponseStatus.OK, MAPPER.createObjectNode().put("used_bytes", 0));
        } else {
            sendJson(context, HttpResponseStatus.NOT_FOUND, MAPPER.createObjectNode());
        }
    }

    private void sendUploaded(ChannelHandlerContext context) throws Exception {
        String path = form.path();
        ObjectNode answer = MAPPER.createObjectNode();
        if (path.isEmpty()) {
            sendJson(context, HttpResponseStatus.BAD_REQUEST, answer);
            return;
        }
        answer.putArray("file_paths").add(path);
        sendJson(context, HttpResponseStatus.OK, answer);
    }

    private void sendProcessed(ChannelHandlerContext context, JsonNode call) throws Exception {
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode paths = answer.putArray("output_file_paths");
        call.path("output_variants")
                .forEach(variant -> paths.add(variant.path("output_file_path").asText()));
        long delay = number(DELAY, '/' + call.path("input_file_path").asText(), delayMillis);
        byte[] body = MAPPER.writeValueAsBytes(answer);
        if (delay == 0) {
            send(context, HttpResponseStatus.OK, body);
        } else {
            context.executor().schedule(() -> send(context, HttpResponseStatus.OK, body), delay, TimeUnit.MILLISECONDS);
        }
    }

    private void sendFile(ChannelHandlerContext context, String uri) {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        position = 0;
        end = number(BYTES, uri, file.length());
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, "image/png").set(HttpHeaderNames.CONTENT_LENGTH, end);
        if (request.method().equals(HttpMethod.HEAD)) {
            end = 0;
        }
        context.write(head);
        sendMore(context);
    }

    /** As much as the connection takes; the rest when it takes more. Writing calls {@link #channelWritabilityChanged}. */
    private void sendMore(ChannelHandlerContext context) {
        sending = true;
        while (position < end && context.channel().isWritable()) {
            ByteBuf block = file.block(position, end);
            position += block.readableBytes();
            context.writeAndFlush(new DefaultHttpContent(block));
        }
        sending = false;
        if (position == end) {
            end = 0;
            position = 0;
            context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (!sending && position < end) {
            sendMore(context);
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private static void sendJson(ChannelHandlerContext context, HttpResponseStatus status, JsonNode body)
            throws Exception {
        send(context, status, MAPPER.writeValueAsBytes(body));
    }

    private static void send(ChannelHandlerContext context, HttpResponseStatus status, byte[] body) {
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        context.writeAndFlush(response);
    }

    private static byte[] bytes(ByteBuf buffer) {
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    private static long number(Pattern pattern, String path, long otherwise) {
        Matcher matcher = pattern.matcher(path);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : otherwise;
    }
}
