package org.countinghouse.simulator;

import java.util.function.UnaryOperator;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// An answer of a simulated controller. In a SOAP envelope simple elements and attributes carry the
/// prefix `n:`, over the event link nothing does.
///
/// @param body writes what the answer holds, given the prefix
record GloryAnswer(String name, int result, String sequence, UnaryOperator<String> body) {
    /// From this worth on it is a note.
    private static final long SMALLEST_NOTE = 500;

    static GloryAnswer plain(GloryAsked asked, int result) {
        return of(asked, result, _ -> "");
    }

    static GloryAnswer of(GloryAsked asked, int result, UnaryOperator<String> body) {
        return new GloryAnswer(asked.name() + "Response", result, asked.sequence(), body);
    }

    String soap() {
        return "<?xml version=\"1.0\"?><soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                + "<soapenv:Header></soapenv:Header><soapenv:Body><n:" + name
                + " xmlns:n=\"http://www.glory.co.jp/bruebox.xsd\" n:result=\"" + result + "\">" + inside("n:") + "</n:"
                + name + "></soapenv:Body></soapenv:Envelope>";
    }

    String event() {
        return "<" + name + " result=\"" + result + "\">" + inside("") + "</" + name + ">";
    }

    private String inside(String prefix) {
        return element(prefix, "Id", "Countinghouse")
                + element(prefix, "SeqNo", sequence)
                + element(prefix, "User", "")
                + body.apply(prefix);
    }

    static String element(String prefix, String name, String text) {
        return "<" + prefix + name + ">" + text + "</" + prefix + name + ">";
    }

    static String status(String prefix, int code) {
        return "<Status>" + element(prefix, "Code", Integer.toString(code)) + device(prefix, 1) + device(prefix, 2)
                + "</Status>";
    }

    static String cash(String prefix, int type, Pieces pieces) {
        var text = new StringBuilder("<Cash " + prefix + "type=\"" + type + "\">");
        pieces.counts().forEach((each, count) -> text.append(line(prefix, each, count, 0)));
        return text.append("</Cash>").toString();
    }

    static String line(String prefix, Denomination each, int count, int status) {
        return "<Denomination " + prefix + "cc=\"" + each.currency() + "\" " + prefix + "fv=\"" + each.minorUnits()
                + "\" " + prefix + "rev=\"0\" " + prefix + "devid=\"" + deviceOf(each) + "\">"
                + element(prefix, "Piece", Integer.toString(count))
                + element(prefix, "Status", Integer.toString(status)) + "</Denomination>";
    }

    /// 1 for notes, 2 for coins.
    static int deviceOf(Denomination each) {
        return each.minorUnits() >= SMALLEST_NOTE ? 1 : 2;
    }

    private static String device(String prefix, int number) {
        return "<DevStatus " + prefix + "devid=\"" + number + "\" " + prefix + "val=\"0\" " + prefix
                + "st=\"1000\"></DevStatus>";
    }
}
