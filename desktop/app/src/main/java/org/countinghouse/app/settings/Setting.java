package org.countinghouse.app.settings;

import java.util.Locale;

/// One thing this station goes by.
///
/// @param name what it is: its words are `settings.station.<name>` in the texts
/// @param value as it is written; empty where there is none
/// @param origin who said so
/// @param place where it is changed
public record Setting(String name, String value, Origin origin, Place place) {
    /// Who said so. The later comes before the earlier.
    public enum Origin {
        /// The program, as nobody said otherwise.
        DEFAULT,
        /// The shop as it was set up.
        SHOP_FILE,
        /// This station's own files in the data folder.
        STATION_FILE,
        COMMAND_LINE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Where it is changed.
    public enum Place {
        /// On this page.
        HERE,
        /// Before the next start, in the shop file of the data folder.
        SHOP_FILE,
        /// On the page Rules.
        RULES,
        /// On the page Devices.
        DEVICES,
        /// With an option of the command line.
        COMMAND_LINE,
        /// Never: entries are bound to it.
        NEVER,
        /// With another version of the program.
        PROGRAM;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
