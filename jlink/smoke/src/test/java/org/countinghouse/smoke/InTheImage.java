package org.countinghouse.smoke;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Runs on the image's Java and says how it writes money and dates, and which printers' code pages it knows. What is
/// missing from a runtime fails nowhere: it comes out wrong.
final class InTheImage {
    private InTheImage() {}

    public static void main(String[] args) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.out.println("java " + Runtime.version().feature());
        System.out.println("home " + System.getProperty("java.home"));
        System.out.println("đồng "
                + NumberFormat.getCurrencyInstance(Locale.of("vi", "VN")).format(125_000));
        System.out.println("khmer "
                + DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(Locale.of("km"))
                        .format(LocalDate.of(2026, 11, 21)));
        System.out.println("vietnamese printer " + Charset.isSupported("windows-1258"));
        System.out.println("thai printer " + Charset.isSupported("x-windows-874"));
        System.out.println(
                "javafx " + ModuleLayer.boot().findModule("javafx.controls").isPresent());
    }
}
