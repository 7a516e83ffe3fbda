package org.countinghouse.replicator;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// Where the cloud is, and the code the owner was given to enrol stations with.
///
/// @param base such as `https://cloud.example.org`; plain http only to this computer
/// @param enrolmentCode sent once, when the cloud does not know this station yet; may be empty afterwards
public record CloudAddress(URI base, String enrolmentCode) {
    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "localhost", "[::1]");

    public CloudAddress {
        var scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        var host = base.getHost() == null ? "" : base.getHost();
        if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("a cloud address begins with https:// and a host, not \"" + base + "\"");
        }
        if (scheme.equals("http") && !THIS_COMPUTER.contains(host)) {
            throw new IllegalArgumentException("plain http leaves this computer unprotected: use https for " + host);
        }
        if (base.getPath() != null
                && !base.getPath().isEmpty()
                && !base.getPath().equals("/")) {
            throw new IllegalArgumentException("a cloud address has no path, not \"" + base.getPath() + "\"");
        }
    }

    URI at(String target) {
        return base.resolve(target);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
