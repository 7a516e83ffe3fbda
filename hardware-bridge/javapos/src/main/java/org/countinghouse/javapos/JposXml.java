package org.countinghouse.javapos;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jpos.config.JposEntry;
import org.countinghouse.device.registry.DeviceRegistry.Problem;
import org.countinghouse.device.registry.Property;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/// Reads a vendor's `jpos.xml` (JavaPOS config/loader, `jcl.dtd`).
///
/// JavaPOS's own reader takes whichever parser lies on the class path, wants its DTD in a folder of the class path, and
/// only logs what goes wrong. This one uses the JDK's parser whatever else is there, fetches nothing from anywhere, and
/// tells every mistake with its line. Which populator the vendor's instructions name does not matter.
final class JposXml extends DefaultHandler2 {
    static final int LARGEST = 4_000_000;
    static final int MOST_ENTRIES = 500;

    private final List<Numbered> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable Locator locator;
    private @Nullable Draft draft;
    private int count;

    private JposXml() {}

    /// What a file held.
    record Contents(List<Numbered> entries, List<Problem> problems) {}

    /// @param line where the entry begins
    /// @param number 1 for the first of the file
    record Numbered(int line, int number, VendorEntry entry) {
        /// How problems name it.
        String title() {
            return "entry " + number + " \"" + entry.logicalName() + "\"";
        }
    }

    private static final class Draft {
        private final int line;
        private final String name;
        private final List<Property> properties = new ArrayList<>();
        private boolean isBad;

        Draft(int line, String name) {
            this.line = line;
            this.name = name;
        }

        String value(String property) {
            return properties.stream()
                    .filter(each -> each.name().equals(property))
                    .map(Property::value)
                    .findFirst()
                    .orElse("");
        }
    }

    static Contents read(byte[] file) {
        var reading = new JposXml();
        if (file.length > LARGEST) {
            reading.problems.add(new Problem(1, "the file is larger than any jpos.xml"));
        } else {
            reading.parse(file);
        }
        return new Contents(List.copyOf(reading.entries), List.copyOf(reading.problems));
    }

    private void parse(byte[] file) {
        try {
            SafeXml.parser().parse(new ByteArrayInputStream(file), this);
            if (count == 0 && problems.isEmpty()) {
                problems.add(new Problem(1, "the file names no device: it has no <JposEntry>"));
            }
        } catch (SAXParseException e) {
            problems.add(
                    new Problem(Math.max(1, e.getLineNumber()), "this is not XML from here on: " + e.getMessage()));
        } catch (SAXException | IOException e) {
            problems.add(new Problem(line(), "the file cannot be read: " + e.getMessage()));
        }
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    /// Whatever the file wants fetched is empty.
    @Override
    public InputSource resolveEntity(
            @Nullable String name, @Nullable String publicId, @Nullable String baseUri, @Nullable String systemId) {
        return new InputSource(new StringReader(""));
    }

    @Override
    public void startElement(String uri, String localName, String element, Attributes attributes) throws SAXException {
        switch (element) {
            case "JposEntry" -> begin(attributes);
            case "creation" -> {
                take(attributes, "factoryClass", JposEntry.SI_FACTORY_CLASS_PROP_NAME);
                take(attributes, "serviceClass", JposEntry.SERVICE_CLASS_PROP_NAME);
            }
            case "vendor" -> {
                take(attributes, "name", JposEntry.VENDOR_NAME_PROP_NAME);
                take(attributes, "url", JposEntry.VENDOR_URL_PROP_NAME);
            }
            case "jpos" -> {
                take(attributes, "version", JposEntry.JPOS_VERSION_PROP_NAME);
                take(attributes, "category", JposEntry.DEVICE_CATEGORY_PROP_NAME);
            }
            case "product" -> {
                take(attributes, "name", JposEntry.PRODUCT_NAME_PROP_NAME);
                take(attributes, "description", JposEntry.PRODUCT_DESCRIPTION_PROP_NAME);
                take(attributes, "url", JposEntry.PRODUCT_URL_PROP_NAME);
            }
            case "prop" -> takeProperty(attributes);
            default -> {
                // JposEntries around it all, and what some vendor added: no device.
            }
        }
    }

    @Override
    public void endElement(String uri, String localName, String element) {
        if (element.equals("JposEntry") && draft != null) {
            end(draft);
            draft = null;
        }
    }

    private void begin(Attributes attributes) throws SAXException {
        count++;
        if (count > MOST_ENTRIES) {
            throw new SAXException("it has more than " + MOST_ENTRIES + " entries");
        }
        String name = Optional.ofNullable(attributes.getValue("logicalName"))
                .orElse("")
                .strip();
        draft = new Draft(line(), name);
        if (name.isEmpty()) {
            complain("has no logicalName: give it one");
        } else if (!names.add(name)) {
            complain("has a name that an entry before it has: give one of them another name");
        }
    }

    private void take(Attributes attributes, String attribute, String property) {
        add(
                property,
                Property.Type.STRING,
                Optional.ofNullable(attributes.getValue(attribute)).orElse(""));
    }

    private void takeProperty(Attributes attributes) {
        String typeName = Optional.ofNullable(attributes.getValue("type")).orElse("String");
        var type = Property.Type.named(typeName.replace("java.lang.", ""));
        String name = Optional.ofNullable(attributes.getValue("name")).orElse("");
        if (type.isEmpty()) {
            complain("gives \"" + name + "\" the type " + typeName + ", which JavaPOS does not have");
        } else {
            add(
                    name,
                    type.get(),
                    Optional.ofNullable(attributes.getValue("value")).orElse(""));
        }
    }

    private void add(String name, Property.Type type, String value) {
        var current = draft;
        if (current == null) {
            return;
        }
        try {
            current.properties.removeIf(each -> each.name().equals(name));
            current.properties.add(new Property(name, type, value));
        } catch (IllegalArgumentException e) {
            complain("has a property that cannot be: " + e.getMessage());
        }
    }

    private void end(Draft done) {
        String category = done.value(JposEntry.DEVICE_CATEGORY_PROP_NAME);
        String factory = done.value(JposEntry.SI_FACTORY_CLASS_PROP_NAME);
        if (category.isEmpty()) {
            complain("does not say what it is: <jpos category=\"…\"/> is missing");
        }
        if (factory.isEmpty()) {
            complain("does not say who makes its service: <creation factoryClass=\"…\"/> is missing");
        }
        if (!done.isBad) {
            String service = done.value(JposEntry.SERVICE_CLASS_PROP_NAME);
            var entry = new VendorEntry(done.name, category, factory, service, done.properties);
            entries.add(new Numbered(done.line, count, entry));
        }
    }

    private void complain(String words) {
        var current = draft;
        if (current != null) {
            current.isBad = true;
            problems.add(new Problem(line(), "entry " + count + " \"" + current.name + "\" " + words));
        }
    }

    private int line() {
        return locator == null ? 1 : Math.max(1, locator.getLineNumber());
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }
}
