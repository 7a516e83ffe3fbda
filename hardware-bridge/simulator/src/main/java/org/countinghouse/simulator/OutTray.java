package org.countinghouse.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.countinghouse.device.spi.PrinterPeer.Printout;
import org.slf4j.LoggerFactory;

/// Where cut slips fall: `slip-0001.png` and `slip-0001.txt` in one folder.
final class OutTray {
    private final Path folder;
    private final List<Printout> printouts = new CopyOnWriteArrayList<>();

    OutTray(Path folder) {
        this.folder = folder;
    }

    List<Printout> printouts() {
        return List.copyOf(printouts);
    }

    void take(Paper paper) {
        int number = printouts.size() + 1;
        Path image = folder.resolve("slip-%04d.png".formatted(number));
        String text = paper.text();
        try {
            ImageIO.write(paper.image(), "png", image.toFile());
            Files.writeString(folder.resolve("slip-%04d.txt".formatted(number)), text);
        } catch (IOException e) {
            LoggerFactory.getLogger(OutTray.class).warn("slip {} cannot be kept in {}", number, folder, e);
        }
        printouts.add(new Printout(number, text, image));
    }
}
