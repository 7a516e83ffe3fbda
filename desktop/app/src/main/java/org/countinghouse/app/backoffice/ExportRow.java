package org.countinghouse.app.backoffice;

/// An export in words.
record ExportRow(
        ExportHistory.Export export,
        String when,
        String who,
        String form,
        String period,
        String files,
        String hashes) {}
