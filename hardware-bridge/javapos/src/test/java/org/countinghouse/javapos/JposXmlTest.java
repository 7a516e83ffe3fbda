package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.countinghouse.device.DeviceHealth.Kind;
import org.countinghouse.device.registry.DeviceRegistry;
import org.countinghouse.device.registry.DeviceRegistry.Problem;
import org.countinghouse.device.registry.Property;
import org.countinghouse.device.registry.RegisteredDevice;
import org.countinghouse.device.spi.DeviceImport;
import org.junit.jupiter.api.Test;

class JposXmlTest {
    private static final String USUAL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE JposEntries PUBLIC "-//JavaPOS//DTD//EN" "jpos/res/jcl.dtd">
            <JposEntries>
              <!-- made by the vendor's tool -->
              <JposEntry logicalName="FrontPrinter">
                <creation factoryClass="com.vendor.Factory" serviceClass="com.vendor.PrinterService"/>
                <vendor name="Vendor &amp; Sons" url="https://vendor.example"/>
                <jpos version="1.13" category="POSPrinter"/>
                <product name="TP-80" description="Thermal" url=""/>
                <prop name="baudRate" type="Integer" value="0x2580"/>
                <prop name="portName" value="/dev/ttyS0"/>
                <prop name="fast" type="Boolean" value="true"/>
                <prop name="fill" type="Character" value="#"/>
              </JposEntry>
              <JposEntry logicalName="Lade:1?">
                <creation factoryClass="com.vendor.Factory" serviceClass="com.vendor.DrawerService"/>
                <vendor name="Vendor" url=""/>
                <jpos version="1.13" category="CashDrawer"/>
                <product name="D" description="" url=""/>
              </JposEntry>
            </JposEntries>
            """;

    @Test
    void aVendorsFileBecomesTypedEntries() {
        var contents = read(USUAL);

        assertThat(contents.problems()).isEmpty();
        assertThat(contents.entries()).extracting(each -> each.line()).containsExactly(5, 15);
        VendorEntry printer = contents.entries().getFirst().entry();
        assertThat(printer.logicalName()).isEqualTo("FrontPrinter");
        assertThat(printer.category()).isEqualTo("POSPrinter");
        assertThat(printer.factoryClass()).isEqualTo("com.vendor.Factory");
        assertThat(printer.serviceClass()).isEqualTo("com.vendor.PrinterService");
        assertThat(printer.properties())
                .contains(
                        new Property("baudRate", Property.Type.INTEGER, "0x2580"),
                        new Property("fast", Property.Type.BOOLEAN, "true"),
                        Property.text("vendorName", "Vendor & Sons"));
        var entry = printer.forVendor();
        assertThat(entry.getPropertyValue("baudRate")).isEqualTo(9600);
        assertThat(entry.getPropertyValue("fast")).isEqualTo(true);
        assertThat(entry.getPropertyValue("fill")).isEqualTo('#');
        assertThat(entry.getPropertyValue("portName")).isEqualTo("/dev/ttyS0");
    }

    @Test
    void anImportedDeviceGoesThroughTheStationsFileUnharmed() {
        var found = DeviceImport.of("jpos.xml").orElseThrow().read(USUAL.getBytes(StandardCharsets.UTF_8));
        var registry = DeviceRegistry.EMPTY;
        for (RegisteredDevice device : found.devices()) {
            registry = registry.with(device);
        }

        var again = DeviceRegistry.read(registry.text());

        assertThat(again).isEqualTo(new DeviceRegistry.Reading(registry, List.of()));
        assertThat(found.devices()).extracting(RegisteredDevice::role).containsExactly(Kind.PRINTER, Kind.DRAWER);
        assertThat(found.devices().get(1).address()).hasToString("javapos:Lade%3A1%3F?kind=drawer");
        assertThat(VendorEntry.of(found.devices().get(1)).orElseThrow().logicalName())
                .isEqualTo("Lade:1?");
    }

    @Test
    void aMissingJarIsToldByNameAndTheDeviceIsTakenAllTheSame() {
        var found = new JposXmlImport().read(USUAL.getBytes(StandardCharsets.UTF_8));

        assertThat(found.devices()).hasSize(2);
        assertThat(found.problems()).hasSize(4);
        assertThat(found.problems().get(1).toString())
                .startsWith("line 5: entry 1 \"FrontPrinter\": the class com.vendor.PrinterService is in no jar of ")
                .endsWith("drivers: put the vendor's jar there");
    }

    @Test
    void whatCannotBeTakenIsToldWithItsLine() {
        var found = new JposXmlImport().read("""
                <JposEntries>
                <JposEntry logicalName="A"><creation factoryClass="java.lang.Object"/><jpos category="Scanner"/>
                  <prop name="p" type="Integer" value="many"/></JposEntry>
                <JposEntry logicalName="B"><creation factoryClass="java.lang.Object"/><jpos category="Toaster"/></JposEntry>
                <JposEntry logicalName="C"><jpos category="Scanner"/></JposEntry>
                <JposEntry><creation factoryClass="java.lang.Object"/><jpos category="Scanner"/></JposEntry>
                <JposEntry logicalName="D"><creation factoryClass="java.lang.Object"/><jpos category="Scanner"/></JposEntry>
                <JposEntry logicalName="D"><creation factoryClass="java.lang.Object"/><jpos category="Scanner"/></JposEntry>
                <JposEntry logicalName="E"><creation factoryClass="java.lang.Object"/><jpos category="Scanner"/>
                  <prop name="x" type="Date" value="1"/></JposEntry>
                </JposEntries>
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(found.devices()).extracting(RegisteredDevice::name).containsExactly("D");
        assertThat(found.problems()).map(Problem::toString).containsExactlyInAnyOrder("""
                        line 3: entry 1 "A" has a property that cannot be: p: "many" is not a whole number""", """
                        line 4: entry 2 "B": a Toaster has no place here; what has one is POSPrinter, CashDrawer, \
                        LineDisplay, Scanner, CashChanger, BillAcceptor, BillDispenser, CoinAcceptor, CoinDispenser""", """
                        line 5: entry 3 "C" does not say who makes its service: <creation factoryClass="…"/> is \
                        missing""", """
                        line 6: entry 4 "" has no logicalName: give it one""", """
                        line 8: entry 6 "D" has a name that an entry before it has: give one of them another name""", """
                        line 10: entry 7 "E" gives "x" the type Date, which JavaPOS does not have""");
    }

    @Test
    void aFileWithoutDevicesSaysSo() {
        assertThat(read("<JposEntries/>").problems())
                .containsExactly(new Problem(1, "the file names no device: it has no <JposEntry>"));
        assertThat(read("not XML").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.words()).startsWith("this is not XML from here on"));
    }

    @Test
    void anotherParserOnTheClassPathChangesNothing() {
        System.setProperty("javax.xml.parsers.SAXParserFactory", "org.apache.xerces.jaxp.SAXParserFactoryImpl");
        try {
            assertThat(read(USUAL).entries()).hasSize(2);
        } finally {
            System.clearProperty("javax.xml.parsers.SAXParserFactory");
        }
    }

    @Test
    void nothingIsFetchedFromAnywhere() throws IOException {
        var visits = new AtomicInteger();
        var web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        web.start();
        try {
            String site = "http://127.0.0.1:" + web.getAddress().getPort();
            var contents = read(USUAL.replace(
                            "jpos/res/jcl.dtd\"",
                            site + "/jcl.dtd\" [<!ENTITY secret SYSTEM \""
                                    + site + "/secret\"><!ENTITY file SYSTEM \"file:///etc/passwd\">"
                                    + "<!ENTITY % more SYSTEM \"" + site + "/more.dtd\"> %more;]")
                    .replace("</JposEntries>", "&secret;&file;</JposEntries>"));
            assertThat(visits).hasValue(0);
            assertThat(contents.entries()).hasSize(2);
        } finally {
            web.stop(0);
        }
    }

    @Test
    void aBombOfEntitiesIsRefused() {
        var bomb = new StringBuilder("<!DOCTYPE JposEntries [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }
        assertThat(read(bomb + "]><JposEntries>&a29;</JposEntries>").problems()).isNotEmpty();
    }

    @Test
    void damagedFilesAreReadWithoutAFault() {
        var random = new Random(11);
        byte[] whole = USUAL.getBytes(StandardCharsets.UTF_8);
        for (int turn = 0; turn < 500; turn++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 4; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(JposXml.read(damaged)).isNotNull();
        }
    }

    private static JposXml.Contents read(String text) {
        return JposXml.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
