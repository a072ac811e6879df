// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbackgroundcut.benchmarks.Arguments;
import java.io.File;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.support.builder.ExpressionBuilder;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/** The route that one writes without the component: three calls of camel-http. */
public final class HandWrittenRouteClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String baseUrl;
    private final int concurrency;

    private HandWrittenRouteClient(Arguments arguments) {
        this.baseUrl = arguments.text("baseUrl");
        this.concurrency = arguments.count("concurrency");
    }

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        HandWrittenRouteClient client = new HandWrittenRouteClient(arguments);
        new CamelRun(PictureFolders.of(arguments)).measure(context -> {}, client::calls);
    }

    private ProcessorDefinition<?> calls(ProcessorDefinition<?> route) {
        return route.threads(concurrency)
                .setProperty("name", ExpressionBuilder.headerExpression(Exchange.FILE_NAME))
                .process(HandWrittenRouteClient::upload)
                .to(baseUrl + "/v3/file-ops/upload/")
                .unmarshal(new JacksonDataFormat(JsonNode.class))
                .process(HandWrittenRouteClient::process)
                .to(baseUrl + "/v3/tools/ai/remove-bg/process/")
                .unmarshal(new JacksonDataFormat(JsonNode.class))
                .process(HandWrittenRouteClient::download)
                // The answer goes straight into the file, as a stream.
                .to(baseUrl + "?disableStreamCache=true")
                .setHeader(Exchange.FILE_NAME, ExpressionBuilder.exchangePropertyExpression("name"));
    }

    private static void upload(Exchange exchange) {
        HttpEntity form = MultipartEntityBuilder.create()
                .addTextBody("upload_path", "my-project")
                .addBinaryBody("files", exchange.getMessage().getBody(File.class))
                .build();
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader("Authorization", "Token benchmark");
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, form.getContentType());
        message.setBody(form);
    }

    private static void process(Exchange exchange) {
        Message message = exchange.getMessage();
        String input = message.getBody(JsonNode.class).at("/file_paths/0").textValue();
        ObjectNode call = MAPPER.createObjectNode().put("input_file_path", input);
        call.putArray("output_variants").addObject().put("output_file_path", input + "-cutout.png");
        message.removeHeaders("*", "Authorization");
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, ContentType.APPLICATION_JSON.getMimeType());
        message.setBody(call.toString());
    }

    private static void download(Exchange exchange) {
        Message message = exchange.getMessage();
        String output =
                message.getBody(JsonNode.class).at("/output_file_paths/0").textValue();
        message.removeHeaders("*", "Authorization");
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(Exchange.HTTP_PATH, "/v3/files/" + output);
        message.setBody(null);
    }
}
