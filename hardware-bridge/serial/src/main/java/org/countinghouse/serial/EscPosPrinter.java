package org.countinghouse.serial;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Slip;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.DeviceThread;

/// An ESC/POS printer. It believes only what the printer answers: a slip is printed when GS ( H says
/// so.
final class EscPosPrinter implements ReceiptPrinter, AutoCloseable {
    /// For waiting in line behind other slips and printing together.
    private static final Duration SLIP_LIMIT = Duration.ofSeconds(40);

    /// For the paper to come out after the last byte was taken, plus [#PER_KILOBYTE]: some printers
    /// take it all at once.
    private static final Duration CONFIRM_LIMIT = Duration.ofSeconds(6);

    private static final Duration PER_KILOBYTE = Duration.ofMillis(200);
    private static final Duration STATE_LIMIT = Duration.ofSeconds(5);
    private static final Duration CONFIRM_SLICE = Duration.ofMillis(300);

    /// So much is sent between two looks at the printer.
    private static final int STRIDE = 4096;

    private final PrinterLink link;
    private final Supplier<Fonts> fonts;
    private final DeviceThread thread;
    private volatile boolean printing;
    /// Whether the last slip may still lie in the printer, half printed.
    private boolean unfinished;
    private int lastId;

    EscPosPrinter(PrinterLink link, Supplier<Fonts> fonts) {
        this.link = link;
        this.fonts = fonts;
        thread = new DeviceThread(link.settings().name());
    }

    @Override
    public String name() {
        return link.settings().name();
    }

    @Override
    public int columns() {
        return link.settings().columns();
    }

    /// Whether a slip is on its way just now.
    boolean isPrinting() {
        return printing;
    }

    @Override
    public PrinterState state() {
        return printing ? told() : thread.answer(STATE_LIMIT, this::ask, _ -> PrinterState.NO_ANSWER);
    }

    @Override
    public Printing print(Slip slip) {
        return thread.answer(
                SLIP_LIMIT,
                () -> {
                    printing = true;
                    try {
                        return printNow(slip);
                    } finally {
                        printing = false;
                    }
                },
                begun -> begun
                        ? new Printing.Unknown("not finished within " + SLIP_LIMIT.toSeconds() + " s")
                        : new Printing.Refused("busy: earlier slips are still printing"));
    }

    @Override
    public void close() {
        thread.close();
    }

    /// A printer that is printing is not asked by those who only look.
    private PrinterState told() {
        return link.lastTold().map(Asb::state).orElse(PrinterState.READY);
    }

    private PrinterState ask() {
        try {
            var contact = link.contact();
            return link.settings().answers() ? Status.printer(contact.wire()) : PrinterState.READY;
        } catch (IOException _) {
            return PrinterState.NO_ANSWER;
        }
    }

    private Printing printNow(Slip slip) {
        List<byte[]> commands = EscPosSetting.of(slip, link.settings(), fonts);
        Wire wire;
        try {
            wire = link.contact().wire();
            forgetUnfinished(wire);
            var state = look(wire);
            if (!state.canPrint()) {
                return notPrinted(state);
            }
        } catch (IOException e) {
            return new Printing.NoAnswer(reason(e));
        }
        try {
            unfinished = link.settings().answers();
            var answer = send(commands, wire);
            unfinished &= answer instanceof Printing.Unknown;
            return answer;
        } catch (IOException e) {
            return new Printing.Unknown(reason(e));
        }
    }

    private Printing send(List<byte[]> commands, Wire wire) throws IOException {
        int total = 0;
        int sinceLook = 0;
        for (byte[] command : commands) {
            if (sinceLook > STRIDE) {
                var state = look(wire);
                if (!state.canPrint()) {
                    return stopped(wire, state);
                }
                sinceLook = 0;
            }
            wire.send(command);
            total += command.length;
            sinceLook += command.length;
        }
        return confirmed(wire, CONFIRM_LIMIT.plus(PER_KILOBYTE.multipliedBy(total / 1024)));
    }

    private Printing confirmed(Wire wire, Duration limit) throws IOException {
        if (!link.settings().answers()) {
            return new Printing.Unknown("this printer does not answer");
        }
        String id = "%04d".formatted(lastId = (lastId + 1) % 10_000);
        boolean byId = link.settings().confirmsById();
        if (byId) {
            wire.send(EscPos.tellWhenPrinted(id));
        }
        var deadline = Deadline.in(limit);
        while (!deadline.isOver()) {
            if (byId && id.equals(wire.confirmation(CONFIRM_SLICE))) {
                return new Printing.Printed();
            }
            var state = look(wire);
            if (!state.canPrint()) {
                return stopped(wire, state);
            }
            if (!byId) {
                return new Printing.Printed();
            }
        }
        return new Printing.Unknown("the printer did not confirm within " + limit.toSeconds() + " s");
    }

    /// What is left of an interrupted slip must not come out above the next one.
    private void forgetUnfinished(Wire wire) throws IOException {
        if (unfinished) {
            forget(wire);
            unfinished = false;
        }
    }

    /// Its answer shows that it has forgotten: only then may somebody put paper in.
    private static void forget(Wire wire) throws IOException {
        wire.send(EscPos.forget());
        wire.ask(EscPos.Subject.PRINTER);
    }

    private Printing stopped(Wire wire, PrinterState state) throws IOException {
        forget(wire);
        return state == PrinterState.ERROR
                ? new Printing.Unknown("the printer reported an error in the middle of the slip")
                : notPrinted(state);
    }

    private PrinterState look(Wire wire) throws IOException {
        return link.settings().answers() ? Status.printer(wire) : PrinterState.READY;
    }

    private static Printing notPrinted(PrinterState state) {
        return switch (state) {
            case OUT_OF_PAPER -> new Printing.PaperOut();
            case COVER_OPEN -> new Printing.CoverOpen();
            case ERROR -> new Printing.Refused("the printer reports an error: switch it off and on");
            case NO_ANSWER -> new Printing.NoAnswer("no answer");
            case READY, NEAR_END -> throw new IllegalStateException(state + " can print");
        };
    }

    private static String reason(IOException e) {
        return String.valueOf(e.getMessage());
    }
}
