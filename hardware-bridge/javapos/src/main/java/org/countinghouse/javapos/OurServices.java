package org.countinghouse.javapos;

import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.loader.JposServiceInstance;
import jpos.loader.JposServiceInstanceFactory;
import jpos.services.CashChangerService115;
import jpos.services.CashDrawerService115;
import jpos.services.LineDisplayService115;
import jpos.services.POSPrinterService115;
import jpos.services.ScannerService115;
import org.countinghouse.device.DeviceAddress;

/// Makes our JavaPOS services; JavaPOS knows this class by name from the entries of [Registry].
public final class OurServices implements JposServiceInstanceFactory {
    /// Made by JavaPOS, by name.
    public OurServices() {}

    @Override
    public JposServiceInstance createInstance(String logicalName, JposEntry entry) throws JposException {
        if (!(entry.getPropertyValue(Registry.ADDRESS) instanceof String text)
                || !(DeviceAddress.read(text) instanceof DeviceAddress.Reading.Readable(var address))) {
            throw new JposException(JposConst.JPOS_E_NOSERVICE, "\"" + logicalName + "\" names no device address");
        }
        String category = String.valueOf(entry.getPropertyValue(JposEntry.DEVICE_CATEGORY_PROP_NAME));
        return switch (category) {
            case "POSPrinter" -> Contract.of(POSPrinterService115.class, new PrinterService(address));
            case "CashDrawer" -> Contract.of(CashDrawerService115.class, new DrawerService(address));
            case "CashChanger" -> Contract.of(CashChangerService115.class, new CashChangerService(address));
            case "LineDisplay" -> Contract.of(LineDisplayService115.class, new LineDisplayService(address));
            case "Scanner" -> Contract.of(ScannerService115.class, new ScannerService(address));
            default -> throw new JposException(JposConst.JPOS_E_NOSERVICE, "we have no service for a " + category);
        };
    }
}
