package org.countinghouse.replicator;

import java.util.Optional;
import org.countinghouse.wire.Setting;

/// A setting the station and the centre both have, such as the station's devices. The station keeps it;
/// all calls come on the replicator's thread.
public interface SharedSetting {
    /// What it is called at the centre.
    String key();

    /// Whether it was changed here since it was settled last. Asked often.
    boolean isChanged();

    /// Brings the centre's newest together with what the station has.
    ///
    /// @param newest empty where the centre has none
    /// @return what the centre is sent, with the version it was made on; empty where the centre has
    ///        what we have, or where a person must look first
    Optional<Setting> settle(Optional<Setting> newest);

    /// The centre keeps what it was sent, with the version it has there.
    void accepted(Setting kept);
}
