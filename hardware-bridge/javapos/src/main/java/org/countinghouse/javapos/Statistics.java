package org.countinghouse.javapos;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jpos.JposException;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// What a device says of itself in its statistics (UPOS 1.15, Common, `retrieveStatistics`): who made it, and its
/// serial
/// number. Vendors write this XML in many ways; what cannot be read is as good as not said.
record Statistics(Map<String, String> texts) {
    private static final int LONGEST = 200_000;
    private static final int MOST_TEXTS = 1000;
    private static final int LONGEST_TEXT = 200;

    Statistics {
        texts = Map.copyOf(texts);
    }

    static Statistics of(AnyControl control) {
        try {
            if (control.getCapStatisticsReporting()) {
                String[] answer = {""};
                control.retrieveStatistics(answer);
                return read(Optional.ofNullable(answer[0]).orElse(""));
            }
        } catch (JposException _) {
            // Services older than 1.8 have none, and say so by failing.
        }
        return new Statistics(Map.of());
    }

    static Statistics read(String xml) {
        var collected = new HashMap<String, String>();
        if (xml.length() <= LONGEST) {
            try {
                SafeXml.parser()
                        .parse(
                                new ByteArrayInputStream(xml.strip().getBytes(StandardCharsets.UTF_8)),
                                new Texts(collected));
            } catch (SAXException | IOException _) {
                // Half of it may have been read, and is as true as the rest.
            }
        }
        return new Statistics(collected);
    }

    /// Maker, model and firmware, as far as they are said.
    String model() {
        return List.of("ManufacturerName", "ModelName", "FirmwareRevision").stream()
                .map(name -> texts.getOrDefault(name, ""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
    }

    String serial() {
        return texts.getOrDefault("SerialNumber", "");
    }

    private static final class Texts extends DefaultHandler {
        private final Map<String, String> into;
        private final StringBuilder text = new StringBuilder();

        Texts(Map<String, String> into) {
            this.into = into;
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) {
            text.setLength(0);
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, Math.min(length, Math.max(0, LONGEST_TEXT - text.length())));
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            String said = text.toString().strip();
            if (!said.isEmpty() && into.size() < MOST_TEXTS) {
                into.putIfAbsent(localName, said);
            }
            text.setLength(0);
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }
    }
}
