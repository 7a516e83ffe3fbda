package org.countinghouse.device.setup;

/// Every text of the device page's tests: a key that stays, and English until it is translated.
public enum SetupText {
    SKIPPED_AFTER_FAULT("device.test.skipped-after-fault", "Not tried, because of what is above."),
    SKIPPED_BY_PERSON("device.test.skipped-by-person", "Not tried: you said no."),
    CHECK_CABLE(
            "device.test.next.check-cable",
            "Is it switched on, and is the cable in at both ends? Then compare the address with the one it shows itself."),
    FREE_THE_CABLE(
            "device.test.next.free-the-cable",
            "Close the other program that uses it, or remove the other device with this address."),
    READ_THE_REASON("device.test.next.read-the-reason", "Put right what the reason says, then test again."),

    PRINTER_READY("device.test.printer.ready", "The printer answers and is ready."),
    PRINTER_NEAR_END("device.test.printer.near-end", "The printer is ready; its roll is near its end."),
    PRINTER_PUT_ROLL_READY("device.test.printer.next.put-roll-ready", "Have a new roll ready."),
    PRINTER_OUT_OF_PAPER("device.test.printer.out-of-paper", "The printer has no paper."),
    PRINTER_PUT_ROLL_IN("device.test.printer.next.put-roll-in", "Put a roll in, thermal side up, and test again."),
    PRINTER_COVER_OPEN("device.test.printer.cover-open", "The printer's cover is open."),
    PRINTER_SHUT_COVER("device.test.printer.next.shut-cover", "Shut the cover until it clicks, and test again."),
    PRINTER_ERROR("device.test.printer.error", "The printer reports an error."),
    PRINTER_SWITCH_OFF_AND_ON(
            "device.test.printer.next.switch-off-and-on",
            "Switch it off, look for jammed paper at the knife, and switch it on again."),
    PRINTER_NO_ANSWER("device.test.printer.no-answer", "The printer does not answer."),
    PRINTER_PRINTED("device.test.printer.printed", "The test slip is on paper: the printer says so."),
    PRINTER_UNKNOWN("device.test.printer.unknown", "The slip was sent; the printer did not confirm it ({0})."),
    PRINTER_SET_CONFIRM(
            "device.test.printer.next.set-confirm",
            "If the slip came out whole, set confirm=state, or answers=no if it never answers."),
    PRINTER_REFUSED("device.test.printer.refused", "The slip was not taken: {0}."),
    PRINTER_ASK_SLIP(
            "device.test.printer.ask-slip",
            "Is every line of the slip whole, from edge to edge, with all its accents and signs?"),
    PRINTER_SLIP_GOOD("device.test.printer.slip-good", "You found the slip whole."),
    PRINTER_SLIP_BAD("device.test.printer.slip-bad", "You found the slip not whole."),
    PRINTER_SET_PAGE(
            "device.test.printer.next.set-page",
            "Wrong letters: set page=ascii. Lines that wrap or end too soon: set columns (32 for 58 mm, 42 or 48 for 80 mm)."),

    DRAWER_SHUT("device.test.drawer.shut", "The drawer says it is shut."),
    DRAWER_OPEN("device.test.drawer.open", "The drawer says it is open."),
    DRAWER_PUSH_OR_TURN_SENSE(
            "device.test.drawer.next.push-or-turn-sense",
            "Push it shut. If it is shut already, its wire reads the other way round: set sense=low (or high)."),
    DRAWER_DOES_NOT_TELL("device.test.drawer.does-not-tell", "This drawer has no sense wire and cannot tell."),
    DRAWER_NO_ANSWER("device.test.drawer.no-answer", "The printer with the drawer's socket does not answer."),
    DRAWER_ASK_KICK("device.test.drawer.ask-kick", "The drawer will spring open now. Is nothing in its way?"),
    DRAWER_OPENED("device.test.drawer.opened", "The drawer opened: its sense wire says so."),
    DRAWER_OPENED_BY_PERSON("device.test.drawer.opened-by-person", "You saw the drawer open."),
    DRAWER_ASK_OPENED("device.test.drawer.ask-opened", "Did the drawer open?"),
    DRAWER_DID_NOT_OPEN("device.test.drawer.did-not-open", "The pulse was given and the drawer did not open."),
    DRAWER_LOOK_AT_LOCK(
            "device.test.drawer.next.look-at-lock",
            "Is it locked with its key? Is its plug in the printer's drawer socket? Else set drawer=1 (the other pin)."),
    DRAWER_SENSE_SILENT("device.test.drawer.sense-silent", "The drawer opened, and its sense wire did not notice."),
    DRAWER_SET_SENSE_NONE(
            "device.test.drawer.next.set-sense-none",
            "The cable carries no sense wire: set sense=none, or use a cable that has it."),
    DRAWER_ASK_SHUT("device.test.drawer.ask-shut", "Push the drawer shut. Is it shut?"),
    DRAWER_SHUT_AGAIN("device.test.drawer.shut-again", "The drawer was pushed shut and says so."),
    DRAWER_STILL_OPEN("device.test.drawer.still-open", "The drawer is shut and says it is open."),

    DISPLAY_REACHED("device.test.display.reached", "The display's cable takes bytes; displays tell nothing more."),
    DISPLAY_NO_ANSWER("device.test.display.no-answer", "The display cannot be reached."),
    DISPLAY_ASK_ROWS(
            "device.test.display.ask-rows", "Does the display show \"{0}\" and \"{1}\", each on a row of its own?"),
    DISPLAY_READABLE("device.test.display.readable", "You read the test rows."),
    DISPLAY_NOT_READABLE("device.test.display.not-readable", "The test rows are not there as they should be."),
    DISPLAY_SET_SIZE(
            "device.test.display.next.set-size",
            "Nothing at all: try baud=19200. Shifted rows: set rows and columns. Wrong letters: set page=ascii."),
    DISPLAY_REFUSED("device.test.display.refused", "The display did not take the rows: {0}."),

    SCANNER_READY("device.test.scanner.ready", "The scanner's cable is in."),
    SCANNER_NO_ANSWER("device.test.scanner.no-answer", "The scanner cannot be reached."),
    SCANNER_ASK_SCAN("device.test.scanner.ask-scan", "Scan any bar code after you have said yes. Ready?"),
    SCANNER_HEARD("device.test.scanner.heard", "It read \"{0}\" ({1})."),
    SCANNER_SILENT("device.test.scanner.silent", "No bar code came within {0} s."),
    SCANNER_SET_END(
            "device.test.scanner.next.set-end",
            "If the scanner beeped: set end to what it sends after a bar code (cr, lf, crlf, tab), and prefix to what before."),

    MACHINE_GREETED("device.test.machine.greeted", "{0} answers, serial number {1}."),
    MACHINE_NO_ANSWER("device.test.machine.no-answer", "The cash machine does not answer: {0}."),
    MACHINE_READY("device.test.machine.ready", "It is ready."),
    MACHINE_BUSY("device.test.machine.busy", "It is busy: {0}."),
    MACHINE_WAIT("device.test.machine.next.wait", "Wait until it has finished, and test again."),
    MACHINE_OCCUPIED("device.test.machine.occupied", "Another program or its own operator has it."),
    MACHINE_JAMMED("device.test.machine.jammed", "It is jammed."),
    MACHINE_CLEAR("device.test.machine.next.clear", "Clear it as its maker's manual says, and test again."),
    MACHINE_OUT_OF_ORDER("device.test.machine.out-of-order", "It needs a person: a door, a cassette, an error."),
    MACHINE_HOLDS("device.test.machine.holds", "It tells what it holds: {0} pieces."),
    MACHINE_DOES_NOT_COUNT("device.test.machine.does-not-count", "It does not know what it holds; a person counts."),
    MACHINE_ALARM("device.test.machine.alarm", "It says: {0}."),
    MACHINE_LOOK_SOON("device.test.machine.next.look-soon", "It works; somebody should look after it soon.");

    private final String key;
    private final String english;

    SetupText(String key, String english) {
        this.key = key;
        this.english = english;
    }

    public String key() {
        return key;
    }

    /// With `{0}`, `{1}` where something is filled in.
    public String english() {
        return english;
    }
}
