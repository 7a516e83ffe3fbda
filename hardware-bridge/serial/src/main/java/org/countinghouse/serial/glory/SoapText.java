package org.countinghouse.serial.glory;

import java.util.List;

/// Requests and answers in their SOAP 1.1 envelope, as the machine's Axis2 service wants them.
///
/// Simple elements and all attributes belong to the name space `bruebox.xsd`; elements with something
/// in them (`Cash`, `Option`, `Denomination`, …) belong to none.
final class SoapText {
    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String BRUEBOX = "http://www.glory.co.jp/bruebox.xsd";

    private SoapText() {}

    static String of(Node request) {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><soapenv:Envelope xmlns:soapenv=\"")
                .append(ENVELOPE)
                .append("\" xmlns:bru=\"")
                .append(BRUEBOX)
                .append("\"><soapenv:Body><bru:")
                .append(request.name())
                .append('>');
        request.children().forEach(each -> write(each, text));
        return text.append("</bru:")
                .append(request.name())
                .append("></soapenv:Body></soapenv:Envelope>")
                .toString();
    }

    /// The answer in an envelope.
    ///
    /// @throws UnreadableXml when there is none, or the service reports a fault
    static Node bodyOf(String text) throws UnreadableXml {
        var top = FccXml.read(text);
        if (top.size() != 1 || !top.getFirst().name().equals("Envelope")) {
            throw new UnreadableXml("no SOAP envelope");
        }
        List<Node> inside =
                top.getFirst().first("Body").map(Node::children).orElseThrow(() -> new UnreadableXml("no SOAP body"));
        if (inside.size() != 1) {
            throw new UnreadableXml("a SOAP body with " + inside.size() + " answers");
        }
        if (inside.getFirst().name().equals("Fault")) {
            throw new UnreadableXml("the machine's service reports a fault: "
                    + inside.getFirst().textOf("faultstring").orElse("without words"));
        }
        return inside.getFirst();
    }

    private static void write(Node node, StringBuilder text) {
        boolean simple = node.attributes().isEmpty() && node.children().isEmpty();
        String name = simple ? "bru:" + node.name() : node.name();
        text.append('<').append(name);
        node.attributes().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(each -> text.append(" bru:")
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
        text.codePoints().filter(SoapText::mayStand).forEach(each -> {
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
