package org.countinghouse.serial.glory;

import java.util.List;

/// Requests and answers in their SOAP 1.1 envelope, as the machine's Axis2 service wants them.
///
/// Simple elements and all attributes belong to the name space `bruebox.xsd`; elements with something
/// in them (`Cash`, `Option`, `Denomination`, …) belong to none.
final class SoapText {
    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String BRUEBOX = "http://www.glory.co.jp/bruebox.xsd";

    private static final NodeText WRITER = new NodeText("bru:");

    private SoapText() {}

    static String of(Node request) {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><soapenv:Envelope xmlns:soapenv=\"")
                .append(ENVELOPE)
                .append("\" xmlns:bru=\"")
                .append(BRUEBOX)
                .append("\"><soapenv:Body><bru:")
                .append(request.name())
                .append('>');
        request.children().forEach(each -> WRITER.write(each, text));
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
}
