package org.countinghouse.app.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.reports.ShiftPapers;
import org.countinghouse.reports.ShiftWorkbook;
import org.countinghouse.resources.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The accountant's workbook of each closed shift, left in a folder as `shift-1-17.xlsx`.
public final class Workbooks {
    private static final Logger LOG = LoggerFactory.getLogger(Workbooks.class);
    private static final int PAGE = 1_000;

    private final Desk desk;
    private final StationPapers papers;
    private final Path folder;
    private final String program;
    private final Language language;
    private final ReentrantLock writing = new ReentrantLock();

    /// @param program the version of this program
    public Workbooks(Desk desk, StationPapers papers, Path folder, String program, Language language) {
        this.desk = desk;
        this.papers = papers;
        this.folder = folder;
        this.program = program;
        this.language = language;
    }

    /// Writes the workbook of every shift these entries close. Belongs on a background thread.
    public void afterCommit(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.fact() instanceof ShiftClosed closed) {
                try {
                    write(closed.shift(), entries.getLast().sequence());
                } catch (IOException | IllegalArgumentException e) {
                    LOG.error("the workbook of shift {} could not be written", closed.shift(), e);
                }
            }
        }
    }

    /// Where the workbook of a shift lies once it is closed.
    public Path file(ShiftId shift) {
        return folder.resolve("shift-" + shift + ".xlsx");
    }

    /// Writes a shift's workbook beside the others, whole or not at all.
    ///
    /// @param last the last entry that may belong to it
    public Path write(ShiftId shift, long last) throws IOException {
        writing.lock();
        try {
            var shiftPapers =
                    new ShiftPapers(papers.letterhead(language), entries(shift, last), papers.head(last), program);
            Files.createDirectories(folder);
            Path draft = folder.resolve("shift-" + shift + ".xlsx.new");
            try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                new ShiftWorkbook(shiftPapers).writeTo(out);
            }
            return Files.move(draft, file(shift), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            writing.unlock();
        }
    }

    /// The shift's entries, read from the end backwards until its opening.
    private List<Entry> entries(ShiftId shift, long last) {
        var found = new ArrayList<Entry>();
        for (long before = last; before > 0; before -= PAGE) {
            long after = Math.max(before - PAGE, 0);
            var page = desk.entries(after, (int) (before - after)).stream()
                    .filter(entry -> entry.shift().equals(Optional.of(shift)))
                    .toList();
            found.addAll(0, page);
            if (page.stream().anyMatch(entry -> entry.fact() instanceof ShiftOpened)) {
                return found;
            }
        }
        return found;
    }
}
