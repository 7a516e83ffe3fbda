package org.countinghouse.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.countinghouse.device.spi.PrinterPeer.Printout;
import org.slf4j.LoggerFactory;

/// Where cut slips fall: `slip-0001.png` and `slip-0001.txt` in one folder. The files are written on a thread of
/// their own: a printer goes on answering while a slip falls.
final class OutTray implements AutoCloseable {
    private static final int WRITTEN_WITHIN_SECONDS = 20;

    private final Path folder;
    private final List<Printout> printouts = new CopyOnWriteArrayList<>();
    private final ExecutorService scribe = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("slips falling").daemon().factory());
    private volatile CompletableFuture<Void> lastWritten = CompletableFuture.completedFuture(null);

    OutTray(Path folder) {
        this.folder = folder;
    }

    /// Every slip so far, its files written.
    List<Printout> printouts() {
        var now = List.copyOf(printouts);
        lastWritten
                .completeOnTimeout(null, WRITTEN_WITHIN_SECONDS, TimeUnit.SECONDS)
                .join();
        return now;
    }

    /// Without waiting for files.
    int count() {
        return printouts.size();
    }

    void take(Paper paper) {
        int number = printouts.size() + 1;
        Path image = folder.resolve("slip-%04d.png".formatted(number));
        String text = paper.text();
        if (!scribe.isShutdown()) {
            lastWritten = CompletableFuture.runAsync(() -> write(paper, text, image), scribe);
        }
        printouts.add(new Printout(number, text, image));
    }

    @Override
    public void close() {
        scribe.shutdown();
        // Whoever owns the folder may take it away now.
        printouts();
    }

    private static void write(Paper paper, String text, Path image) {
        try {
            ImageIO.write(paper.image(), "png", image.toFile());
            Files.writeString(Path.of(image.toString().replaceAll("png$", "txt")), text);
        } catch (IOException e) {
            LoggerFactory.getLogger(OutTray.class).warn("{} cannot be kept", image, e);
        }
    }
}
