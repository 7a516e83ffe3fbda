package org.countinghouse.serial.glory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// A `Cash` element: pieces, and what they are about.
///
/// @param type one of the constants here (reference, 4.3)
record FccCash(int type, List<Line> lines) {
    static final int IN = 1;
    static final int OUT = 2;
    static final int INVENTORY = 3;
    static final int DISPENSABLE = 4;
    static final int CHOSEN = 5;
    static final int COLLECTED = 8;

    /// With these limits no sum of what the machine tells leaves its number, however much it tells.
    static final int MOST_LINES = 200;

    private static final int MOST_CASH = 20;
    private static final int MOST_PIECES = 100_000;
    private static final long LARGEST_WORTH = 1_000_000_000L;

    FccCash {
        lines = List.copyOf(lines);
    }

    /// One kind of piece in one device. The face value `fv` is in minor units.
    ///
    /// @param device 1 for notes, 2 for coins
    /// @param fill the machine's word on how full the place of these pieces is
    record Line(Denomination denomination, int revision, int device, int pieces, Fill fill) {
        boolean isNote() {
            return device == 1;
        }

        Node node() {
            return Node.of(
                    "Denomination",
                    Map.of(
                            "cc", denomination.currency(),
                            "fv", Long.toString(denomination.minorUnits()),
                            "rev", Integer.toString(revision),
                            "devid", Integer.toString(device)),
                    Node.text("Piece", Integer.toString(pieces)),
                    Node.text("Status", "0"));
        }
    }

    /// How full a place is (IF Specification, InventoryResponse).
    enum Fill {
        EMPTY,
        NEAR_EMPTY,
        SOME,
        NEAR_FULL,
        FULL,
        MISSING,
        NOT_TOLD;

        static Fill of(int code) {
            return switch (code) {
                case 0 -> EMPTY;
                case 1 -> NEAR_EMPTY;
                case 2 -> SOME;
                case 3 -> NEAR_FULL;
                case 4 -> FULL;
                case 21 -> MISSING;
                default -> NOT_TOLD;
            };
        }
    }

    Pieces pieces() {
        return sum(lines);
    }

    Node node() {
        return new Node(
                "Cash",
                Map.of("type", Integer.toString(type)),
                lines.stream().map(Line::node).toList(),
                "");
    }

    /// Every `Cash` directly in an element.
    ///
    /// @param usual the currency of pieces that name none; empty when they have to
    static List<FccCash> in(Node element, String usual) throws UnreadableXml {
        var all = new ArrayList<FccCash>();
        for (Node cash : atMost(MOST_CASH, element.all("Cash"))) {
            all.add(new FccCash(number(cash.attribute("type").orElse("0"), 0, 99), linesIn(cash, usual)));
        }
        return all;
    }

    /// Every `Denomination` directly in an element.
    static List<Line> linesIn(Node element, String usual) throws UnreadableXml {
        var lines = new ArrayList<Line>();
        for (Node each : atMost(MOST_LINES, element.all("Denomination"))) {
            lines.add(line(each, usual));
        }
        return lines;
    }

    static Pieces sum(List<Line> lines) {
        var counts = new TreeMap<Denomination, Integer>();
        lines.forEach(each -> counts.merge(each.denomination(), each.pieces(), Math::addExact));
        return new Pieces(counts);
    }

    /// A whole number a machine wrote.
    static int number(String text, int least, int most) throws UnreadableXml {
        return (int) amount(text, least, most);
    }

    static long amount(String text, long least, long most) throws UnreadableXml {
        if (!text.matches("-?[0-9]{1,15}")) {
            throw new UnreadableXml("\"" + shortened(text) + "\" is no number");
        }
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            throw new UnreadableXml(number + " cannot be");
        }
        return number;
    }

    private static List<Node> atMost(int most, List<Node> nodes) throws UnreadableXml {
        if (nodes.size() > most) {
            throw new UnreadableXml(nodes.size() + " times " + nodes.getFirst().name());
        }
        return nodes;
    }

    private static Line line(Node each, String usual) throws UnreadableXml {
        String currency = each.attribute("cc").orElse(usual);
        long worth = amount(each.attribute("fv").orElse(""), 1, LARGEST_WORTH);
        if (!currency.matches("[A-Z]{3}")) {
            throw new UnreadableXml("\"" + shortened(currency) + "\" is no currency");
        }
        return new Line(
                new Denomination(currency, worth),
                number(each.attribute("rev").orElse("0"), 0, 9999),
                number(each.attribute("devid").orElse("0"), 0, 99),
                number(each.textOf("Piece").orElse("0"), 0, MOST_PIECES),
                Fill.of(number(each.textOf("Status").orElse("22"), 0, 9999)));
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }
}
