package org.countinghouse.javapos;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jpos.JposConst;
import jpos.JposException;
import jpos.loader.JposServiceInstance;
import org.jspecify.annotations.Nullable;

/// Stands before a service and answers for the two hundred methods of a JavaPOS contract that the service does not
/// have.
/// A capability it does not have is `false` or 0, another property is empty, a method is refused as illegal.
final class Contract {
    private final DeviceService service;
    private final Map<Method, Optional<Method>> found = new HashMap<>();

    private Contract(DeviceService service) {
        this.service = service;
    }

    static <T extends JposServiceInstance> T of(Class<T> contract, DeviceService service) {
        var handler = new Contract(service);
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(),
                new Class<?>[] {contract},
                (proxy, method, arguments) -> handler.answer(proxy, method, arguments)));
    }

    @SuppressWarnings("ReferenceEquality")
    private @Nullable Object answer(Object proxy, Method asked, Object @Nullable [] arguments) throws Throwable {
        if (asked.getDeclaringClass() == Object.class) {
            return switch (asked.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> service.getClass().getSimpleName();
            };
        }
        var ours = ours(asked);
        if (ours.isEmpty()) {
            return missing(asked);
        }
        try {
            return ours.get().invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private synchronized Optional<Method> ours(Method asked) {
        return found.computeIfAbsent(asked, each -> {
            try {
                return Optional.of(service.getClass().getMethod(each.getName(), each.getParameterTypes()));
            } catch (NoSuchMethodException _) {
                return Optional.empty();
            }
        });
    }

    private static Object missing(Method asked) throws JposException {
        boolean isProperty = asked.getName().startsWith("get") && asked.getParameterCount() == 0;
        if (isProperty && asked.getReturnType() == boolean.class) {
            return false;
        }
        if (isProperty && asked.getReturnType() == int.class) {
            return 0;
        }
        if (isProperty && asked.getReturnType() == String.class) {
            return "";
        }
        throw new JposException(JposConst.JPOS_E_ILLEGAL, asked.getName() + " is not supported by this device");
    }
}
