package org.countinghouse.javapos;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.loader.JposServiceInstance;
import jpos.loader.JposServiceInstanceFactory;
import org.countinghouse.device.registry.Property;

/// A vendor whose services are written in a test. JavaPOS makes it by name, as it does with real ones; the services
/// implement JavaPOS's own contracts, and refuse as illegal what their class does not have.
public final class PlayedVendor implements JposServiceInstanceFactory {
    private static final Map<String, Supplier<? extends PlayedService>> SERVICES = new ConcurrentHashMap<>();

    /// Made by JavaPOS.
    public PlayedVendor() {}

    static <T extends PlayedService> T sells(VendorKind kind, String logicalName, T service) {
        sellsAnew(kind, logicalName, () -> service);
        return service;
    }

    static void sellsAnew(VendorKind kind, String logicalName, Supplier<? extends PlayedService> service) {
        SERVICES.put(logicalName, service);
        Registry.entry(new VendorEntry(
                logicalName,
                kind.category(),
                PlayedVendor.class.getName(),
                "",
                List.of(
                        Property.text(JposEntry.SI_FACTORY_CLASS_PROP_NAME, PlayedVendor.class.getName()),
                        Property.text(JposEntry.DEVICE_CATEGORY_PROP_NAME, kind.category()))));
    }

    @Override
    public JposServiceInstance createInstance(String logicalName, JposEntry entry) throws JposException {
        var service = SERVICES.get(logicalName).get();
        try {
            Class<?> contract = Class.forName(
                    "jpos.services." + entry.getPropertyValue(JposEntry.DEVICE_CATEGORY_PROP_NAME) + "Service115");
            return (JposServiceInstance) Proxy.newProxyInstance(
                    contract.getClassLoader(),
                    new Class<?>[] {contract},
                    (_, method, arguments) -> call(service, method, arguments));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(PlayedService service, Method asked, Object[] arguments) throws Throwable {
        Method there;
        try {
            there = service.getClass().getMethod(asked.getName(), asked.getParameterTypes());
        } catch (NoSuchMethodException e) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, asked.getName() + " is not for this model");
        }
        service.calls.add(asked.getName());
        try {
            there.setAccessible(true);
            return there.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
