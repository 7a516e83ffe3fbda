package org.countinghouse.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.countinghouse.wire.CanonicalCursor;

/// How a record is spelled: an object with a key for each component, in the keys' order. An `Optional` that is
/// empty is left out.
final class RecordSpelling {
    /// A component of the record.
    ///
    /// @param place where the constructor takes it
    /// @param optional whether it is an `Optional` of what is spelled
    record Field(String name, int place, boolean optional, Spelling<Object> spelling) {
        /// The key with what stands before it.
        String key(boolean first) {
            return (first ? "{\"" : ",\"") + name + "\":";
        }
    }

    private final Field[] fields;
    private final String[] firstKeys;
    private final String[] keys;
    private final byte[][] firstKeyBytes;
    private final byte[][] keyBytes;
    private final Function<Object, Object>[] accessors;
    private final Function<Object, Object> constructor;

    /// @param fields in the order of their names
    RecordSpelling(Class<?> type, List<Field> fields) {
        this.fields = fields.toArray(Field[]::new);
        this.firstKeys = fields.stream().map(field -> field.key(true)).toArray(String[]::new);
        this.keys = fields.stream().map(field -> field.key(false)).toArray(String[]::new);
        this.firstKeyBytes = bytes(firstKeys);
        this.keyBytes = bytes(keys);
        this.accessors = accessors(type.getRecordComponents(), fields);
        this.constructor = constructor(type);
    }

    @SuppressWarnings("unchecked") // There are no arrays of a generic type.
    private static Function<Object, Object>[] accessors(RecordComponent[] components, List<Field> fields) {
        return fields.stream().map(field -> accessor(components[field.place])).toArray(Function[]::new);
    }

    private static Function<Object, Object> accessor(RecordComponent component) {
        try {
            return function(MethodHandles.publicLookup().unreflect(component.getAccessor()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the ledger's records are public", e);
        }
    }

    private static Function<Object, Object> constructor(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return function(MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException("the ledger's records are public", e);
        }
    }

    @SuppressWarnings("unchecked") // The handle takes and gives an Object.
    private static Function<Object, Object> function(MethodHandle handle) {
        return MethodHandleProxies.asInterfaceInstance(
                Function.class, handle.asType(MethodType.methodType(Object.class, Object.class)));
    }

    private static byte[][] bytes(String[] texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(US_ASCII)).toArray(byte[][]::new);
    }

    void write(Object value, StringBuilder out) {
        boolean first = true;
        for (int i = 0; i < fields.length; i++) {
            Object held = accessors[i].apply(value);
            if (fields[i].optional) {
                held = ((Optional<?>) held).orElse(null);
            }
            if (held != null) {
                out.append(first ? firstKeys[i] : keys[i]);
                fields[i].spelling.write().accept(held, out);
                first = false;
            }
        }
        out.append(first ? "{}" : "}");
    }

    Object read(CanonicalCursor in) {
        var values = new Object[fields.length];
        boolean first = true;
        for (int i = 0; i < fields.length; i++) {
            Field field = fields[i];
            boolean there = in.takes(first ? firstKeyBytes[i] : keyBytes[i]);
            if (!there && !field.optional) {
                in.expect(first ? firstKeys[i] : keys[i]);
            }
            Object value = there ? field.spelling.read().apply(in) : null;
            values[field.place] = field.optional ? Optional.ofNullable(value) : value;
            first &= !there;
        }
        in.expect(first ? "{}" : "}");
        return constructor.apply(values);
    }
}
