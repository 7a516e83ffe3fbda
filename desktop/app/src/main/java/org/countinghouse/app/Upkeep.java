package org.countinghouse.app;

import org.countinghouse.app.backup.BackupRoom;
import org.countinghouse.app.settings.StationSettings;
import org.countinghouse.app.shell.Folders;
import org.countinghouse.app.support.SupportBundle;

/// What an installer looks after at the window of a running station.
///
/// @param folders asks the person for files and folders
/// @param restart closes the window and opens the station again; what was prepared is done in between
public record Upkeep(
        StationSettings settings, BackupRoom backups, SupportBundle bundle, Folders folders, Runnable restart) {}
