package org.countinghouse.javapos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jpos.config.JposEntry;
import jpos.config.simple.SimpleEntry;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.registry.Property;
import org.countinghouse.device.registry.RegisteredDevice;

/// One device of a vendor's `jpos.xml`, with everything the vendor's service may look up in it.
///
/// @param factoryClass makes the vendor's service
/// @param serviceClass the service itself, where the file names it
/// @param properties all of it, also what the other fields say, by the names JavaPOS gives them
record VendorEntry(
        String logicalName, String category, String factoryClass, String serviceClass, List<Property> properties) {
    VendorEntry {
        properties = List.copyOf(properties);
    }

    /// The entry a registered device was imported from; empty when it is none of a vendor's JavaPOS.
    static Optional<VendorEntry> of(RegisteredDevice device) {
        var factory = device.property(JposEntry.SI_FACTORY_CLASS_PROP_NAME);
        var category = device.property(JposEntry.DEVICE_CATEGORY_PROP_NAME);
        if (factory.isEmpty() || category.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new VendorEntry(
                LogicalName.of(device.address().target()),
                category.get(),
                factory.get(),
                device.property(JposEntry.SERVICE_CLASS_PROP_NAME).orElse(""),
                device.properties()));
    }

    /// This entry as a device of the station; empty when we have no promise for its category.
    Optional<RegisteredDevice> registered() {
        return VendorKind.ofCategory(category).map(kind -> {
            var address = DeviceAddress.of("javapos:" + LogicalName.inAddress(logicalName));
            return new RegisteredDevice(
                    logicalName,
                    kind.role(),
                    kind.isPrinter() ? address : address.with("kind", kind.word()),
                    properties);
        });
    }

    /// The entry as the vendor's factory gets it.
    SimpleEntry forVendor() {
        var entry = new SimpleEntry();
        entry.addProperty(JposEntry.LOGICAL_NAME_PROP_NAME, logicalName);
        properties.forEach(each -> entry.addProperty(each.name(), each.type().read(each.value())));
        return entry;
    }

    /// The entry as JavaPOS gets it: the vendor's factory is found by ours, because JavaPOS looks for classes on its
    /// own class path only.
    SimpleEntry forJavaPos() {
        var entry = forVendor();
        entry.modifyPropertyValue(JposEntry.SI_FACTORY_CLASS_PROP_NAME, VendorServices.class.getName());
        entry.addProperty(VendorServices.FACTORY, factoryClass);
        return entry;
    }

    /// The classes that must be found before the device can work.
    List<String> classes() {
        var classes = new ArrayList<String>();
        classes.add(factoryClass);
        if (!serviceClass.isEmpty()) {
            classes.add(serviceClass);
        }
        return classes;
    }
}
