package org.countinghouse.app.device;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.LineDisplayPeer;
import org.countinghouse.device.spi.Peer;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.ScannerPeer;

/// What can be made happen to a simulated device, as typed lines.
final class PeerScenes {
    private final Peer peer;

    PeerScenes(Peer peer) {
        this.peer = peer;
    }

    /// Lets it happen.
    ///
    /// @return what to show
    List<String> play(String line) {
        try {
            return switch (peer) {
                case CashMachinePeer machine -> machine(machine, line);
                case PrinterPeer printer -> printer(printer, line);
                case LineDisplayPeer display -> display(display, line);
                case ScannerPeer scanner -> scanner(scanner, line);
                default -> List.of("nothing can be made happen to it");
            };
        } catch (StationFault | IllegalArgumentException e) {
            return List.of("not understood: " + e.getMessage());
        }
    }

    private static List<String> machine(CashMachinePeer machine, String line) {
        String rest = rest(line);
        return switch (word(line)) {
            case "insert" -> List.of(machine.insert(piece(rest)) ? "taken" : "not taken");
            case "play" -> {
                machine.play(scene(CashMachinePeer.Scene.class, rest));
                yield List.of("ok");
            }
            case "jam-after" -> {
                machine.jamAfter(Integer.parseInt(rest));
                yield List.of("ok");
            }
            case "refill" -> {
                machine.refill(SimulateDevice.pieces(rest));
                yield List.of("ok");
            }
            case "holds" ->
                machine.holds().places().entrySet().stream()
                        .map(each -> each.getKey().name().toLowerCase(Locale.ROOT) + ": " + words(each.getValue()))
                        .toList();
            case "tray" -> List.of("tray: " + words(machine.takeFromTray()));
            default ->
                List.of(
                        "insert USD 100 | jam-after 2 | refill USD 100 x 5 | holds | tray | quit",
                        "play " + scenes(CashMachinePeer.Scene.class));
        };
    }

    private static List<String> printer(PrinterPeer printer, String line) {
        String rest = rest(line);
        return switch (word(line)) {
            case "play" -> {
                printer.play(scene(PrinterPeer.Scene.class, rest));
                yield List.of("ok");
            }
            case "push-shut" -> {
                printer.pushDrawerShut();
                yield List.of("ok");
            }
            case "state" ->
                List.of("drawer " + (printer.drawerOpen() ? "open" : "shut") + ", " + printer.pulses() + " pulses, "
                        + printer.printouts().size() + " slips");
            case "slip" ->
                printer.printouts().isEmpty()
                        ? List.of("none yet")
                        : printer.printouts().getLast().text().lines().toList();
            default -> List.of("push-shut | state | slip | quit", "play " + scenes(PrinterPeer.Scene.class));
        };
    }

    private static List<String> display(LineDisplayPeer display, String line) {
        return switch (word(line)) {
            case "rows" -> display.rows().stream().map(row -> "|" + row + "|").toList();
            case "play" -> {
                display.play(scene(LineDisplayPeer.Scene.class, rest(line)));
                yield List.of("ok");
            }
            default -> List.of("rows | quit", "play " + scenes(LineDisplayPeer.Scene.class));
        };
    }

    private static List<String> scanner(ScannerPeer scanner, String line) {
        if (word(line).equals("scan")) {
            scanner.scan(rest(line));
            return List.of("ok");
        }
        return List.of("scan 4006381333931 | quit");
    }

    private static Denomination piece(String text) {
        String[] words = text.split("\\s+");
        if (words.length != 2) {
            throw new StationFault("\"" + text + "\" is no piece such as USD 100");
        }
        return new Denomination(words[0], Long.parseLong(words[1]));
    }

    private static <S extends Enum<S>> S scene(Class<S> scenes, String word) {
        return Enum.valueOf(scenes, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static <S extends Enum<S>> String scenes(Class<S> scenes) {
        return Arrays.stream(scenes.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(" | "));
    }

    private static String words(Pieces pieces) {
        return pieces.isNone()
                ? "nothing"
                : pieces.counts().entrySet().stream()
                        .map(each ->
                                each.getKey().currency() + " " + each.getKey().minorUnits() + " x " + each.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String word(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? line : line.substring(0, blank);
    }

    private static String rest(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? "" : line.substring(blank + 1).strip();
    }
}
