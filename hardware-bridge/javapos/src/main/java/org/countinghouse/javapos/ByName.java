package org.countinghouse.javapos;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import jpos.BaseControl;
import jpos.JposConst;
import jpos.JposException;
import org.jspecify.annotations.Nullable;

/// JavaPOS controls have the same methods and no common interface. This gives them one of ours: a call goes to the
/// control's method of the same name and parameters; what a control does not have is refused as illegal.
final class ByName {
    private ByName() {}

    static <T> T of(Class<T> words, BaseControl control) {
        return words.cast(Proxy.newProxyInstance(
                words.getClassLoader(),
                new Class<?>[] {words},
                (_, method, arguments) -> call(control, method, arguments)));
    }

    private static @Nullable Object call(BaseControl control, Method asked, Object @Nullable [] arguments)
            throws Throwable {
        Method there;
        try {
            there = control.getClass().getMethod(asked.getName(), asked.getParameterTypes());
        } catch (NoSuchMethodException _) {
            throw new JposException(
                    JposConst.JPOS_E_ILLEGAL, control.getClass().getSimpleName() + " has no " + asked.getName());
        }
        try {
            return there.invoke(control, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
