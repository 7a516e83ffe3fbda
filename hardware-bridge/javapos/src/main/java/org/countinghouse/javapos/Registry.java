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

    /// What our services are for.
    enum Category {
        POSPrinter(true),
        /// UPOS shares drawers: anybody may open one, unless somebody has claimed it.
        CashDrawer(false),
        LineDisplay(true),
        Scanner(true),
        CashChanger(true);

        private final boolean exclusive;

        Category(boolean exclusive) {
            this.exclusive = exclusive;
        }

        /// Whether it must be claimed before it is enabled.
        boolean isExclusive() {
            return exclusive;
        }
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

    /// Registers a vendor's device, or takes what is known of it now.
    static synchronized void entry(VendorEntry vendor) {
        var entries = entries();
        if (entries.hasJposEntry(vendor.logicalName())) {
            entries.removeJposEntry(vendor.logicalName());
        }
        entries.addJposEntry(vendor.logicalName(), vendor.forJavaPos());
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

    /// Whatever a vendor's instructions say, JavaPOS reads no file of its own: what it takes for a populator it does
    /// not
    /// know is the one that deserialises Java objects from a `jpos.cfg`.
    private static JposEntryRegistry entries() {
        System.setProperty(POPULATOR, NoEntries.class.getName());
        return JposServiceLoader.getManager().getEntryRegistry();
    }
}
