package org.countinghouse.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;

/// SQLite's log beside a ledger. SQLite reads it up to the first frame whose checksum is wrong and
/// takes that for the end, which is right after a power cut and wrong after damage: then it would leave out
/// entries that were acknowledged, without a word.
///
/// A power cut spoils only the transaction it interrupts, the last one. A frame that is spoiled before that
/// is damage.
///
/// Format: https://www.sqlite.org/fileformat2.html#walformat
final class WriteAheadLog {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC_LITTLE_ENDIAN = 0x377f0682;
    private static final int MAGIC_BIG_ENDIAN = 0x377f0683;
    private static final int PAGE_SIZE = 8;
    private static final int SALT = 16;
    private static final int HEADER_SUM = 24;
    private static final int FRAME_COMMITS = 4;
    private static final int FRAME_SALT = 8;
    private static final int FRAME_SUM = 16;

    private static final int RENEWED_AT_ONCE = 1 << 20;

    private final ByteBuffer log;
    private final ByteOrder order;
    private final int frameLength;
    private int sum1;
    private int sum2;

    private WriteAheadLog(byte[] bytes) {
        this.log = ByteBuffer.wrap(bytes);
        this.order = log.getInt(0) == MAGIC_BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        this.frameLength = FRAME_HEADER + log.getInt(PAGE_SIZE);
    }

    /// Whether entries that were acknowledged may be unreadable in the log of a ledger nobody has open.
    /// A file that is not there is whole.
    static boolean isDamaged(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) <= HEADER) {
            return false;
        }
        return new WriteAheadLog(Files.readAllBytes(file)).isDamaged();
    }

    /// Writes the log once more, as it is read, and puts it on the disk. Only for who has the ledger's
    /// folder, and while nobody writes.
    ///
    /// After a synchronisation that failed, Linux shows what was written to whoever reads, though the
    /// disk may never get it, and says of the next synchronisation that all is well: entries would be
    /// acknowledged, and written back from the log, that are gone after a power cut. Only what is
    /// written anew gets to the disk (Rebello et al., Can Applications Recover from fsync Failures?,
    /// USENIX ATC 2020).
    static void renew(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var part = ByteBuffer.allocate(RENEWED_AT_ONCE);
            long place = 0;
            while (channel.read(part.clear(), place) > 0) {
                part.flip();
                while (part.hasRemaining()) {
                    place += channel.write(part, place);
                }
            }
            channel.force(true);
        }
    }

    private boolean isDamaged() {
        int magic = log.getInt(0);
        add(0, HEADER_SUM);
        // The header is on the disk before the first frame is written.
        if (magic != MAGIC_LITTLE_ENDIAN && magic != MAGIC_BIG_ENDIAN || !sumIsAt(HEADER_SUM)) {
            return true;
        }
        int frame = HEADER;
        int interrupted = HEADER;
        while (frame + frameLength <= log.capacity() && isWhole(frame)) {
            frame += frameLength;
            if (commits(frame - frameLength)) {
                interrupted = frame;
            }
        }
        return holdsSeveralTransactions(interrupted);
    }

    private boolean isWhole(int frame) {
        if (!isOfThisLog(frame)) {
            return false;
        }
        add(frame, FRAME_SALT);
        add(frame + FRAME_HEADER, frameLength - FRAME_HEADER);
        return sumIsAt(frame + FRAME_SUM);
    }

    /// Within one transaction SQLite writes no page twice into its log, and only its last frame commits.
    private boolean holdsSeveralTransactions(int from) {
        var pages = new HashSet<Integer>();
        boolean committed = false;
        for (int frame = from; frame + FRAME_HEADER <= log.capacity(); frame += frameLength) {
            if (!isOfThisLog(frame)) {
                continue;
            }
            if (committed || !pages.add(log.getInt(frame))) {
                return true;
            }
            committed = commits(frame);
        }
        return false;
    }

    /// Frames of an earlier round lie behind the last one written.
    private boolean isOfThisLog(int frame) {
        return log.getLong(frame + FRAME_SALT) == log.getLong(SALT);
    }

    private boolean commits(int frame) {
        return log.getInt(frame + FRAME_COMMITS) != 0;
    }

    private void add(int from, int length) {
        for (int i = from; i < from + length; i += Long.BYTES) {
            sum1 += word(i) + sum2;
            sum2 += word(i + Integer.BYTES) + sum1;
        }
    }

    private int word(int place) {
        int word = log.getInt(place);
        return order == ByteOrder.BIG_ENDIAN ? word : Integer.reverseBytes(word);
    }

    private boolean sumIsAt(int place) {
        return log.getInt(place) == sum1 && log.getInt(place + Integer.BYTES) == sum2;
    }
}
