package org.countinghouse.device.registry;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// One setting of a vendor's software, as its own file had it. We hand it on and do not look into it.
///
/// @param value as text; it fits the type
public record Property(String name, Type type, String value) implements Comparable<Property> {
    static final int LONGEST = 4000;
    private static final Pattern NAME = Pattern.compile("\\S{1,200}");

    public Property {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not a property's name: it has no blanks");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(name + " is longer than " + LONGEST + " characters");
        }
        if (!type.fits(value)) {
            throw new IllegalArgumentException(name + ": \"" + value + "\" is not " + type.words);
        }
    }

    /// The Java types a `jpos.xml` can name.
    public enum Type {
        STRING("String", "a text"),
        INTEGER("Integer", "a whole number"),
        LONG("Long", "a whole number"),
        BYTE("Byte", "a number from -128 to 127"),
        BOOLEAN("Boolean", "true or false"),
        CHARACTER("Character", "one character"),
        FLOAT("Float", "a number");

        private final String javaName;
        private final String words;

        Type(String javaName, String words) {
            this.javaName = javaName;
            this.words = words;
        }

        /// The type's simple name in Java, such as `Integer`.
        public String javaName() {
            return javaName;
        }

        public static Optional<Type> named(String javaName) {
            return Arrays.stream(values())
                    .filter(type -> type.javaName.equals(javaName))
                    .findFirst();
        }

        /// The value as Java has it.
        ///
        /// @throws IllegalArgumentException when the text does not fit
        public Object read(String text) {
            return switch (this) {
                case STRING -> text;
                case INTEGER -> Integer.decode(text.strip());
                case LONG -> Long.decode(text.strip());
                case BYTE -> Byte.decode(text.strip());
                case BOOLEAN -> truth(text.strip());
                case CHARACTER -> single(text);
                case FLOAT -> Float.valueOf(text.strip());
            };
        }

        private boolean fits(String text) {
            try {
                read(text);
                return true;
            } catch (IllegalArgumentException _) {
                return false;
            }
        }

        private static Boolean truth(String text) {
            if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
                throw new IllegalArgumentException(text);
            }
            return Boolean.valueOf(text);
        }

        private static Character single(String text) {
            if (text.length() != 1) {
                throw new IllegalArgumentException(text);
            }
            return text.charAt(0);
        }
    }

    public static Property text(String name, String value) {
        return new Property(name, Type.STRING, value);
    }

    @Override
    public int compareTo(Property other) {
        return name.compareTo(other.name);
    }
}
