package org.countinghouse.javapos;

import java.util.List;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.config.simple.SimpleEntry;
import jpos.loader.JposServiceInstance;
import jpos.loader.JposServiceInstanceFactory;

/// Stands before every vendor's factory: JavaPOS makes factories with its own class loader, which sees no jar of the
/// folder `drivers`. The vendor's factory gets the entry it would have got from its own `jpos.xml`.
public final class VendorServices implements JposServiceInstanceFactory {
    /// The property with the name of the vendor's factory.
    static final String FACTORY = "countinghouse.vendorFactory";

    /// Made by JavaPOS, by name.
    public VendorServices() {}

    @Override
    public JposServiceInstance createInstance(String logicalName, JposEntry entry) throws JposException {
        String factoryClass = String.valueOf(entry.getPropertyValue(FACTORY));
        var jars = DriverJars.now();
        var missing = jars.missing(List.of(factoryClass));
        if (!missing.isEmpty()) {
            throw new JposException(JposConst.JPOS_E_NOSERVICE, logicalName + ": " + missing.getFirst());
        }
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try {
            // Vendors look for their files and classes through the thread's loader.
            thread.setContextClassLoader(jars.loader());
            var factory = Class.forName(factoryClass, true, jars.loader())
                    .asSubclass(JposServiceInstanceFactory.class)
                    .getConstructor()
                    .newInstance();
            return factory.createInstance(logicalName, asTheVendorWroteIt(entry, factoryClass));
        } catch (JposException e) {
            throw e;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new JposException(
                    JposConst.JPOS_E_NOSERVICE,
                    logicalName + ": the vendor's " + factoryClass + " makes no service (" + cause + ")",
                    e instanceof Exception exception ? exception : new IllegalStateException(e));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static JposEntry asTheVendorWroteIt(JposEntry entry, String factoryClass) {
        var copy = ((SimpleEntry) entry).copy();
        copy.removeProperty(FACTORY);
        copy.modifyPropertyValue(JposEntry.SI_FACTORY_CLASS_PROP_NAME, factoryClass);
        return copy;
    }
}
