package org.countinghouse.javapos;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import jpos.config.JposRegPopulator;
import org.jspecify.annotations.Nullable;

/// Loads nothing. JavaPOS would otherwise look for a file `jpos.cfg` and deserialise Java objects from it, which we
/// refuse:
/// our entries are added by code.
public final class NoEntries implements JposRegPopulator {
    /// Made by JavaPOS, by name.
    public NoEntries() {}

    @Override
    public String getUniqueId() {
        return getClassName();
    }

    @Override
    public String getClassName() {
        return NoEntries.class.getName();
    }

    @Override
    public String getName() {
        return "no entries";
    }

    @Override
    public void load() {}

    @Override
    public void load(String file) {}

    @Override
    @SuppressWarnings("rawtypes")
    public void save(Enumeration entries) {}

    @Override
    @SuppressWarnings("rawtypes")
    public void save(Enumeration entries, String file) {}

    @Override
    @SuppressWarnings("NullAway")
    public @Nullable Exception getLastLoadException() {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public @Nullable URL getEntriesURL() {
        return null;
    }

    @Override
    public Enumeration<Object> getEntries() {
        return Collections.emptyEnumeration();
    }

    @Override
    public boolean isComposite() {
        return false;
    }
}
