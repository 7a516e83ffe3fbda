package org.countinghouse.store;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.countinghouse.wire.CanonicalCursor;

/// How the values of a type are written as canonical text, and read back from it.
///
/// @param write appends a value
/// @param read takes a value, or throws what says that it is spelled another way
record Spelling<T>(BiConsumer<T, StringBuilder> write, Function<CanonicalCursor, T> read) {}
