package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import jpos.CashDrawer;
import jpos.JposException;
import org.countinghouse.device.registry.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A vendor's jar, compiled here, in the folder `drivers`.
class DriverJarsTest {
    private static final String FACTORY = """
            package com.example.vendor;

            import jpos.config.JposEntry;
            import jpos.loader.*;
            import jpos.services.CashDrawerService115;

            public class Factory implements JposServiceInstanceFactory {
                public JposServiceInstance createInstance(String name, JposEntry entry) throws jpos.JposException {
                    if (!entry.getPropertyValue("serviceInstanceFactoryClass").equals(Factory.class.getName())) {
                        throw new jpos.JposException(111, "this is not my entry");
                    }
                    String model = Model.NAME + " at " + entry.getPropertyValue("portName")
                            + (Thread.currentThread().getContextClassLoader() == Factory.class.getClassLoader());
                    return (JposServiceInstance) java.lang.reflect.Proxy.newProxyInstance(
                            Factory.class.getClassLoader(), new Class<?>[] {CashDrawerService115.class},
                            (proxy, method, arguments) -> switch (method.getName()) {
                                case "getDeviceServiceVersion" -> 1015000;
                                case "getPhysicalDeviceName" -> model;
                                default -> null;
                            });
                }
            }
            """;
    private static final String MODEL = """
            package com.example.vendor;

            public class Model { public static final String NAME = new String("Model 7"); }
            """;

    @TempDir
    Path folder;

    private Path drivers;

    @BeforeEach
    void name() throws IOException {
        drivers = Files.createDirectory(folder.resolve("drivers"));
        System.setProperty(DriverJars.FOLDER, drivers.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(DriverJars.FOLDER);
    }

    @Test
    void aServiceInAJarOfTheFolderIsOpened() throws Exception {
        compiled();
        jar("vendor.jar", "com/example/vendor/Factory.class", "com/example/vendor/Model.class");
        Registry.entry(entry("JarDrawer", "com.example.vendor.Factory"));

        var drawer = new CashDrawer();
        drawer.open("JarDrawer");

        assertThat(drawer.getPhysicalDeviceName()).isEqualTo("Model 7 at COM3true");
        drawer.close();
    }

    @Test
    void aJarThatIsMissingIsToldAndFoundOnceItIsThere() throws Exception {
        Registry.entry(entry("LateDrawer", "com.example.vendor.Factory"));
        var drawer = new CashDrawer();
        assertThatThrownBy(() -> drawer.open("LateDrawer"))
                .isInstanceOf(JposException.class)
                .hasMessageContaining("the class com.example.vendor.Factory is in no jar of " + drivers
                        + ": put the vendor's jar there");

        compiled();
        jar("vendor.jar", "com/example/vendor/Factory.class", "com/example/vendor/Model.class");

        drawer.open("LateDrawer");
        drawer.close();
    }

    @Test
    void halfOfTheVendorsJarsAreToldAsThat() throws Exception {
        compiled();
        jar("factory.jar", "com/example/vendor/Factory.class");
        Registry.entry(entry("HalfDrawer", "com.example.vendor.Factory"));

        assertThatThrownBy(() -> new CashDrawer().open("HalfDrawer"))
                .isInstanceOf(JposException.class)
                .hasMessageContaining("com.example.vendor.Factory makes no service")
                .hasMessageContaining("com.example.vendor.Model");
    }

    @Test
    void aBrokenJarIsToldByName() throws Exception {
        Files.writeString(drivers.resolve("broken.jar"), "half a download");

        assertThat(DriverJars.now().broken())
                .singleElement()
                .satisfies(words -> assertThat(words)
                        .startsWith(drivers.resolve("broken.jar") + " is not a jar that can be read")
                        .endsWith("copy it there again"));
        assertThat(new JposXmlImport().read("<JposEntries/>".getBytes()).problems())
                .anySatisfy(problem -> assertThat(problem.words()).contains("broken.jar"));
    }

    @Test
    void aClassThatMakesNoServicesIsToldByName() {
        Registry.entry(entry("OddDrawer", "java.lang.String"));

        assertThatThrownBy(() -> new CashDrawer().open("OddDrawer"))
                .isInstanceOf(JposException.class)
                .hasMessageContaining("the vendor's java.lang.String makes no service");
    }

    private static VendorEntry entry(String name, String factory) {
        return new VendorEntry(
                name,
                "CashDrawer",
                factory,
                "",
                List.of(
                        Property.text("serviceInstanceFactoryClass", factory),
                        Property.text("deviceCategory", "CashDrawer"),
                        Property.text("portName", "COM3")));
    }

    private void compiled() throws IOException, URISyntaxException {
        for (var source : Map.of("Factory", FACTORY, "Model", MODEL).entrySet()) {
            Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue());
        }
        Path jpos = Path.of(CashDrawer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-d",
                                folder.toString(),
                                "-cp",
                                jpos.toString(),
                                folder.resolve("Factory.java").toString(),
                                folder.resolve("Model.java").toString()))
                .isZero();
    }

    private void jar(String name, String... classes) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(drivers.resolve(name)))) {
            for (String each : classes) {
                jar.putNextEntry(new JarEntry(each));
                Files.copy(folder.resolve(each), jar);
                jar.closeEntry();
            }
        }
    }
}
