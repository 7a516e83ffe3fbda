package org.countinghouse.serial.cashlogy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.serial.cashlogy.CashlogyReader.Reply;

/// One connection to a CashlogyConnector. Answers carry no number and no mark at their end, so this is
/// strict: a byte nobody waited for means that we are out of step, and the connection is given up.
final class CashlogyLine implements AutoCloseable {
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(3);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final CashlogySettings settings;
    private final Cable cable;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    private CashlogyLine(CashlogySettings settings, Cable cable) {
        this.settings = settings;
        this.cable = cable;
    }

    static CashlogyLine laid(CashlogySettings settings, Duration limit) throws IOException {
        var address = settings.cable();
        var cables = Cables.reaching(address).orElseThrow(() -> new IOException("nothing lays cables to tcp://"));
        return new CashlogyLine(settings, cables.lay(address, limit));
    }

    /// Asks and waits for the answer.
    ///
    /// @param fields how many the answer usually has, with its status
    Reply ask(String command, int fields, Duration limit) throws IOException {
        send(command);
        return await(fields, limit).orElseThrow(() -> new IOException("no answer within " + limit.toMillis() + " ms"));
    }

    /// Sends a command whose answer is awaited elsewhere.
    void send(String command) throws IOException {
        if (heard.size() > 0 || cable.read(new byte[64], AT_ONCE) > 0) {
            throw new IOException("it said something nobody asked for");
        }
        cable.write(command.getBytes(StandardCharsets.US_ASCII), WRITE_LIMIT);
    }

    /// Sends what may be sent while a command runs: the wish to cancel it.
    void interrupt() throws IOException {
        cable.write("#!#".getBytes(StandardCharsets.US_ASCII), WRITE_LIMIT);
    }

    /// The answer to what was sent; empty when it is not there, or not whole, within the limit.
    Optional<Reply> await(int fields, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        var chunk = new byte[4096];
        while (true) {
            int had = CashlogyReader.fields(heard.toByteArray(), heard.size());
            if (had == fields) {
                return Optional.of(taken());
            }
            boolean begun = heard.size() > 0;
            var wait = begun ? settings.rest() : deadline.left();
            int count = cable.read(chunk, wait.isZero() ? AT_ONCE : wait);
            if (count == 0 && begun) {
                // Silence after its last byte is the only end an answer has; half a one is no answer.
                return Optional.of(taken());
            }
            if (count == 0 && deadline.isOver()) {
                return Optional.empty();
            }
            heard.write(chunk, 0, count);
            if (heard.size() > CashlogyReader.LONGEST_ANSWER) {
                throw new IOException("an answer without end");
            }
        }
    }

    /// Passes over whatever comes within a moment: the answer to a cancellation that came too late.
    void passOver() throws IOException {
        cable.read(new byte[256], settings.rest());
    }

    @Override
    public void close() {
        cable.close();
    }

    private Reply taken() throws IOException {
        byte[] bytes = heard.toByteArray();
        heard.reset();
        return CashlogyReader.reply(bytes);
    }
}
