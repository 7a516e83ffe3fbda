package org.countinghouse.serial.glory;

import java.util.Map;

/// Writes elements as text.
///
/// @param prefix of attributes and of elements that only hold text; empty over socket.io, where the
///        machine's XML has no name spaces
record NodeText(String prefix) {
    void write(Node node, StringBuilder text) {
        boolean simple = node.attributes().isEmpty() && node.children().isEmpty();
        String name = simple ? prefix + node.name() : node.name();
        text.append('<').append(name);
        node.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> text.append(' ')
                        .append(prefix)
                        .append(each.getKey())
                        .append("=\"")
                        .append(escaped(each.getValue()))
                        .append('"'));
        text.append('>').append(escaped(node.text()));
        node.children().forEach(each -> write(each, text));
        text.append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints().filter(NodeText::mayStand).forEach(each -> {
            switch (each) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(each);
            }
        });
        return safe.toString();
    }

    /// XML 1.0 cannot hold other control characters, nor half a surrogate pair.
    private static boolean mayStand(int letter) {
        return letter >= 0x20 && (letter < 0xD800 || letter > 0xDFFF) && letter != 0xFFFE && letter != 0xFFFF;
    }
}
