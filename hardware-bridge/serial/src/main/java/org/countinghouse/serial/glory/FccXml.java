package org.countinghouse.serial.glory;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the machine's XML with the JDK's parser. No document type, no entity of its own, nothing
/// fetched, and a limit on everything: what comes over a cable may come from anybody.
final class FccXml {
    static final int LONGEST = 1 << 20;
    private static final int MOST_ELEMENTS = 20_000;
    private static final int DEEPEST = 32;
    private static final int MOST_ATTRIBUTES = 64;
    private static final String AROUND = "frame";

    private FccXml() {}

    /// Everything that stands at the top. Usually one element; an event frame may hold several.
    ///
    /// @throws UnreadableXml when it is not XML, or more than the limits allow
    static List<Node> read(String text) throws UnreadableXml {
        if (text.length() > LONGEST) {
            throw new UnreadableXml("more than " + LONGEST + " letters of XML");
        }
        try {
            return readTree("<" + AROUND + ">" + withoutHead(text) + "</" + AROUND + ">");
        } catch (XMLStreamException e) {
            throw new UnreadableXml("no XML: " + oneLine(String.valueOf(e.getMessage())), e);
        } catch (RuntimeException e) {
            // The JDK's scanner has thrown unchecked exceptions at broken input before; to us it is broken input.
            throw new UnreadableXml("no XML", e);
        }
    }

    private static List<Node> readTree(String text) throws XMLStreamException, UnreadableXml {
        var reader = factory().createXMLStreamReader(new StringReader(text));
        try {
            return new Tree(reader).grow();
        } finally {
            reader.close();
        }
    }

    /// Made anew each time: the factory is not said to be safe to share, and a message is not so
    /// frequent.
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Prefixes are cut off by us: a machine that forgets to declare one is understood all the same.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// Cuts off `<?xml … ?>`, which may not stand inside another element.
    private static String withoutHead(String text) {
        String bare = text.strip();
        if (bare.startsWith("\uFEFF")) {
            bare = bare.substring(1).strip();
        }
        int end = bare.indexOf("?>");
        return bare.startsWith("<?xml") && end > 0 ? bare.substring(end + 2) : bare;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /// An element that is being read.
    private record Open(String name, Map<String, String> attributes, List<Node> children, StringBuilder text) {
        Node closed() {
            return new Node(name, attributes, children, text.toString().strip());
        }
    }

    private static final class Tree {
        private final XMLStreamReader reader;
        private final Deque<Open> open = new ArrayDeque<>();
        private int elements;

        Tree(XMLStreamReader reader) {
            this.reader = reader;
        }

        List<Node> grow() throws XMLStreamException, UnreadableXml {
            List<Node> top = List.of();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.END_ELEMENT -> top = end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        open.element().text().append(reader.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableXml("a document type or an entity, which this machine does not use");
                    default -> {}
                }
            }
            return top;
        }

        private void start() throws UnreadableXml {
            if (++elements > MOST_ELEMENTS || open.size() > DEEPEST || reader.getAttributeCount() > MOST_ATTRIBUTES) {
                throw new UnreadableXml("more XML than this machine has to say");
            }
            var attributes = new HashMap<String, String>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                attributes.put(
                        bare(reader.getAttributeLocalName(i)),
                        reader.getAttributeValue(i).strip());
            }
            open.push(new Open(bare(reader.getLocalName()), attributes, new ArrayList<>(), new StringBuilder()));
        }

        private List<Node> end() {
            var done = open.pop().closed();
            if (open.isEmpty()) {
                return done.children();
            }
            open.element().children().add(done);
            return List.of();
        }

        private static String bare(String name) {
            return name.substring(name.indexOf(':') + 1);
        }
    }
}
