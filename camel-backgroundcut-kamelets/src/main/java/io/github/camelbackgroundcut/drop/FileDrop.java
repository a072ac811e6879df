// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import io.github.camelbackgroundcut.api.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/**
 * Decides what becomes of a picture in a folder. The Kamelet's {@code file} endpoints take the names from exchange properties: the cutout's
 * {@value #CUTOUT}, and {@value #DESTINATION}, the folder that the picture is moved to at the end.
 */
public final class FileDrop extends Drop {

    static final String CUTOUT = "CamelBackgroundCutDropCutout";
    static final String DESTINATION = "CamelBackgroundCutDropDestination";

    private String inbox;
    private String outbox;
    private String done;
    private String failed;
    private String format;
    private DropFolders folders;

    public void setInbox(String inbox) {
        this.inbox = inbox;
    }

    public void setOutbox(String outbox) {
        this.outbox = outbox;
    }

    /** @param done absolute, or relative to the inbox */
    public void setDone(String done) {
        this.done = done;
    }

    /** @param failed absolute, or relative to the inbox */
    public void setFailed(String failed) {
        this.failed = failed;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    @Override
    void prepare(Route route) {
        folders = DropFolders.of(inbox, outbox, done, failed);
        folders.create();
    }

    @Override
    boolean begin(Exchange exchange) {
        String picture = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        exchange.setProperty(PICTURE, picture);
        exchange.setProperty(CUTOUT, picture + "." + extension());
        return true;
    }

    private String extension() {
        // The component says what is wrong with another one.
        return OutputFormat.fromName(format).map(OutputFormat::extension).orElse(format);
    }

    @Override
    void complete(Exchange exchange) {
        exchange.setProperty(DESTINATION, folders.done().toString());
    }

    @Override
    void putAside(Exchange exchange, FailureReport report) throws IOException {
        Path text = folders.failed().resolve(report.picture() + ".txt");
        Path part = text.resolveSibling(".part-" + text.getFileName());
        Files.createDirectories(folders.failed());
        Files.write(part, report.text());
        Files.move(part, text, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        exchange.setProperty(DESTINATION, folders.failed().toString());
    }

    @Override
    boolean isTelling(Throwable failure) {
        return super.isTelling(failure) || failure instanceof GenericFileOperationFailedException;
    }

    @Override
    boolean isOutage(Throwable cause) {
        return super.isOutage(cause) || cause instanceof GenericFileOperationFailedException;
    }
}
