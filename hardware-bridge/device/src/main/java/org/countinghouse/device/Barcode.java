package org.countinghouse.device;

import java.util.regex.Pattern;

/// A bar code's kind: what it may hold, and how wide its bars come out.
public enum Barcode {
    /// 13 digits, the last one a check digit (GS1 General Specifications, 7.9).
    EAN_13("[0-9]{13}", true),
    EAN_8("[0-9]{8}", true),
    /// 12 digits, the last one a check digit.
    UPC_A("[0-9]{12}", true),
    CODE_39("[0-9A-Z $%+./-]{1,40}", false),
    CODE_128("[\\x20-\\x7E]{1,60}", false),
    /// Interleaved 2 of 5: an even number of digits.
    ITF("([0-9]{2}){1,30}", false);

    private final Pattern form;
    private final boolean checked;

    Barcode(String form, boolean checked) {
        this.form = Pattern.compile(form);
        this.checked = checked;
    }

    /// Whether such a code can hold the data as it stands, check digit included.
    public boolean holds(String data) {
        return form.matcher(data).matches() && (!checked || isChecked(data));
    }

    /// How many bars wide the code is, the quiet zones beside it not counted.
    public int modules(String data) {
        return switch (this) {
            case EAN_13, UPC_A -> 95;
            case EAN_8 -> 67;
            // Wide bars are three narrow ones; start, stop and each letter have three of nine and a gap.
            case CODE_39 -> 16 * (data.length() + 2);
            case CODE_128 -> 11 * (data.length() + 2) + 13;
            case ITF -> 9 * data.length() + 9;
        };
    }

    /// Weights 3 and 1 from the right; the whole comes to a multiple of ten (GS1 General
    /// Specifications, 7.9.1).
    private static boolean isChecked(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 0 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }
}
