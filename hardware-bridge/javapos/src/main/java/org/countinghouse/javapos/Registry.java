package org.countinghouse.javapos;

import jpos.config.JposEntry;
import jpos.config.JposEntryRegistry;
import jpos.config.simple.SimpleEntry;
import jpos.loader.JposServiceLoader;
import org.countinghouse.device.DeviceAddress;

/// The list of devices JavaPOS knows, one per process. We write our entries into it ourselves.
final class Registry {
    static final String ADDRESS = "countinghouse.address";
    private static final String POPULATOR = "jpos.config.regPopulatorClass";
    private static final String DESERIALISING = "jpos.config.simple.SimpleRegPopulator";

    /// What our services are for.
    enum Category {
        POSPrinter,
        CashDrawer
    }

    private Registry() {}

    /// Registers one of our services over a device and gives its logical name. Doing it again changes nothing.
    static synchronized String entry(Category category, DeviceAddress device) {
        String name = category + " " + device;
        var entries = entries();
        if (!entries.hasJposEntry(name)) {
            entries.addJposEntry(name, entry(name, category, device));
        }
        return name;
    }

    /// Whether somebody registered a device by this name.
    static synchronized boolean knows(String logicalName) {
        return entries().hasJposEntry(logicalName);
    }

    private static JposEntry entry(String name, Category category, DeviceAddress device) {
        var entry = new SimpleEntry();
        entry.addProperty(JposEntry.LOGICAL_NAME_PROP_NAME, name);
        entry.addProperty(JposEntry.SI_FACTORY_CLASS_PROP_NAME, OurServices.class.getName());
        entry.addProperty(JposEntry.SERVICE_CLASS_PROP_NAME, DeviceService.class.getName());
        entry.addProperty(JposEntry.DEVICE_CATEGORY_PROP_NAME, category.name());
        entry.addProperty(JposEntry.JPOS_VERSION_PROP_NAME, "1.15");
        entry.addProperty(JposEntry.VENDOR_NAME_PROP_NAME, "Countinghouse");
        entry.addProperty(JposEntry.VENDOR_URL_PROP_NAME, "");
        entry.addProperty(JposEntry.PRODUCT_NAME_PROP_NAME, DeviceService.DESCRIPTION);
        entry.addProperty(JposEntry.PRODUCT_URL_PROP_NAME, "");
        entry.addProperty(JposEntry.PRODUCT_DESCRIPTION_PROP_NAME, DeviceService.DESCRIPTION);
        entry.addProperty(ADDRESS, device.toString());
        return entry;
    }

    /// Somebody who imports a vendor's jpos.xml names another populator on the command line, and is heard, unless it
    /// is the one that deserialises.
    private static JposEntryRegistry entries() {
        String populator = System.getProperty(POPULATOR, DESERIALISING);
        if (populator.equals(DESERIALISING)) {
            System.setProperty(POPULATOR, NoEntries.class.getName());
        }
        return JposServiceLoader.getManager().getEntryRegistry();
    }
}
