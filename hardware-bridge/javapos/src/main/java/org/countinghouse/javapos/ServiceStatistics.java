package org.countinghouse.javapos;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a service counted since it was opened, as the XML that UPOS 1.15 (Common, `retrieveStatistics`) asks for.
final class ServiceStatistics {
    private static final String MANUFACTURERS = "M_";
    private static final String STANDARD = "U_";

    private final String category;
    private final String device;
    private final Map<String, Long> counts = new ConcurrentSkipListMap<>();

    /// @param device where it is
    ServiceStatistics(String category, String device) {
        this.category = category;
        this.device = device;
    }

    /// @param what a name the standard has
    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /// @param wanted empty or `U_` for all, `M_` for a maker's own, of which there are none, or names between commas
    String xml(@Nullable String wanted) {
        String which = wanted == null ? "" : wanted.strip();
        Set<String> names = Arrays.stream(which.split(",")).map(String::strip).collect(Collectors.toSet());
        boolean all = which.isEmpty() || which.equals(STANDARD);
        String parameters = counts.entrySet().stream()
                .filter(each -> !which.equals(MANUFACTURERS) && (all || names.contains(each.getKey())))
                .map(each -> "    <Parameter><Name>%s</Name><Value>%d</Value></Parameter>\n"
                        .formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <UPOSStat version="1.15" xmlns="http://www.omg.org/UnifiedPOS/">
                  <Event>
                %s  </Event>
                  <Equipment>
                    <UnifiedPOSVersion>1.15</UnifiedPOSVersion>
                    <DeviceCategory UPOS="%s"/>
                    <ManufacturerName>Countinghouse</ManufacturerName>
                    <ModelName>%s</ModelName>
                    <SerialNumber/>
                    <FirmwareRevision/>
                    <Interface>%s</Interface>
                    <InstallationDate/>
                  </Equipment>
                </UPOSStat>
                """.formatted(parameters, category, DeviceService.DESCRIPTION, escaped(device));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
