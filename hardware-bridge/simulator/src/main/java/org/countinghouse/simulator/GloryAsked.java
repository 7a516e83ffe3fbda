package org.countinghouse.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A request as a simulated controller reads it.
///
/// @param name without `Request` behind it
/// @param session empty when none was named
record GloryAsked(String name, String sequence, String session, Element body) {
    private static final String BRUEBOX = "http://www.glory.co.jp/bruebox.xsd";
    /// More than any machine holds.
    private static final int MOST_PIECES = 1_000_000;

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /// A request in its SOAP envelope.
    ///
    /// @throws IOException when it is no request
    static GloryAsked read(String xml) throws IOException {
        var inside = top(xml).getElementsByTagNameNS("*", "Body").item(0);
        for (var each = inside == null ? null : inside.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element body && body.getLocalName().endsWith("Request")) {
                return of(body);
            }
        }
        throw new IOException("no request");
    }

    /// A request as it comes over socket.io: bare, with NUL behind it.
    ///
    /// @throws IOException when it is no request
    static GloryAsked bare(String xml) throws IOException {
        if (!xml.endsWith("\0")) {
            throw new IOException("a request without an end");
        }
        var top = top(xml.substring(0, xml.length() - 1));
        if (!top.getLocalName().endsWith("Request")) {
            throw new IOException("no request");
        }
        return of(top);
    }

    String text(String element) {
        return text(body, element);
    }

    /// The attribute `type` of an element; -1 when there is none.
    int type(String element) {
        var found = body.getElementsByTagNameNS("*", element);
        return found.getLength() == 0 ? -1 : whole(attribute((Element) found.item(0), "type"));
    }

    /// The pieces of its `Cash`.
    ///
    /// @throws IOException when they cannot be
    Pieces pieces() throws IOException {
        var counts = new TreeMap<Denomination, Integer>();
        NodeList lines = body.getElementsByTagNameNS("*", "Denomination");
        for (int i = 0; i < lines.getLength(); i++) {
            var line = (Element) lines.item(i);
            int worth = whole(attribute(line, "fv"));
            int count = whole(text(line, "Piece"));
            String currency = attribute(line, "cc");
            if (!currency.matches("[A-Z]{3}") || worth < 1 || count < 0 || count > MOST_PIECES) {
                throw new IOException("pieces that cannot be");
            }
            counts.merge(new Denomination(currency, worth), count, (some, more) -> Math.min(some + more, MOST_PIECES));
        }
        return new Pieces(counts);
    }

    private static Element top(String xml) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(NO_DOCTYPE, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException e) {
            throw new IOException("no XML", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java reads no XML", e);
        }
    }

    private static GloryAsked of(Element body) {
        String name = body.getLocalName();
        return new GloryAsked(
                name.substring(0, name.length() - "Request".length()),
                text(body, "SeqNo"),
                text(body, "SessionID"),
                body);
    }

    private static String text(Element in, String element) {
        var found = in.getElementsByTagNameNS("*", element);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static String attribute(Element of, String name) {
        return of.hasAttributeNS(BRUEBOX, name) ? of.getAttributeNS(BRUEBOX, name) : of.getAttribute(name);
    }

    private static int whole(String text) {
        return text.matches("-?[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
}
