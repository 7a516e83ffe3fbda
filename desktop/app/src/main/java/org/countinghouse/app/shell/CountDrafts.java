package org.countinghouse.app.shell;

import java.util.Optional;

/// Where counts that are not sealed yet are kept. Any thread may call.
public interface CountDrafts {
    Optional<CountDraft> kept(CountDraft.Of of);

    /// Takes the place of an earlier draft of the same count. Nothing is waited for: [#save()] makes it last.
    void keep(CountDraft draft);

    /// The count is sealed, or nobody wants the draft any more.
    void drop(CountDraft.Of of);

    /// Makes what was kept and dropped outlast the station's process, where there is a way. May wait for the disk. A
    /// draft that cannot be saved stops nobody.
    default void save() {}
}
