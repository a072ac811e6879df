// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import io.github.camelbackgroundcut.examples.filedrop.FileDrop;
import io.github.camelbackgroundcut.examples.filedrop.Folders;
import io.github.camelbackgroundcut.examples.filedrop.PictureResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the file drop on the sample pictures until all are done, and reports. */
public final class Demo {

    private final Path home;
    private final Folders folders;
    private final List<Path> pictures;

    private Demo(Path home, List<Path> pictures) {
        this.home = home;
        this.folders = Folders.in(home);
        this.pictures = pictures;
    }

    /** @param arguments the folder of the sample pictures, and the one for all that a run makes */
    public static void main(String[] arguments) {
        int status;
        try {
            Path samples = Path.of(arguments[0]).toAbsolutePath().normalize();
            Path home = Path.of(arguments[1]).toAbsolutePath().normalize();
            status = new Demo(home, SamplePictures.in(samples)).run() ? 0 : 1;
        } catch (Exception | LinkageError e) {
            System.err.println("The demo stops: " + e.getMessage());
            status = 1;
        }
        // Threads that a half-done start has left behind must not keep the process alive.
        System.exit(status);
    }

    private boolean run() throws IOException, InterruptedException {
        DemoFolder.empty(home);
        DemoFolder.fill(folders.inbox(), pictures);
        List<PictureResult> results;
        String description;
        try (ServiceOrEmulator service = ServiceOrEmulator.choose(System.getenv())) {
            description = service.description();
            System.out.println(description);
            Runtime.getRuntime().addShutdownHook(new Thread(service::close));
            results = cutOut(service);
        }
        report(description, results);
        return results.size() == pictures.size()
                && results.stream().allMatch(result -> result.failure().isEmpty());
    }

    private List<PictureResult> cutOut(ServiceOrEmulator service) throws InterruptedException {
        Map<String, String> settings = new HashMap<>(folders.properties());
        // The pictures are whole when they get into the inbox.
        settings.put("filedrop.quiet-period", "1");
        settings.put("filedrop.parallel", "2");
        Results results = new Results(pictures.size());
        try (ProgressView progress = new ProgressView(System.out, pictures.size(), Terminal.isInteractive());
                FileDrop fileDrop = new FileDrop(service, settings, result -> {
                    progress.show(result);
                    results.add(result);
                })) {
            fileDrop.start();
            return results.await();
        }
    }

    private void report(String description, List<PictureResult> results) throws IOException {
        List<SheetEntry> entries = new ArrayList<>();
        for (PictureResult result : results) {
            entries.add(SheetEntry.of(result, folders));
        }
        System.out.println();
        ResultTable.lines(entries).forEach(System.out::println);
        Path sheet = new ContactSheet(home).write(description, entries);
        System.out.println();
        System.out.println("Contact sheet: " + sheet.toUri());
    }
}
