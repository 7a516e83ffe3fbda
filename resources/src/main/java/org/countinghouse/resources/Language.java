package org.countinghouse.resources;

import java.util.Locale;

/// A language the station speaks.
public enum Language {
    ENGLISH("en", "English"),
    KHMER("km", "ភាសាខ្មែរ"),
    VIETNAMESE("vi", "Tiếng Việt"),
    THAI("th", "ไทย"),
    AFRIKAANS("af", "Afrikaans"),
    ZULU("zu", "isiZulu");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /// The language of a locale; English when the station does not speak it.
    public static Language of(Locale locale) {
        for (Language language : values()) {
            if (language.code.equals(locale.getLanguage())) {
                return language;
            }
        }
        return ENGLISH;
    }

    /// ISO 639-1, as in the names of the text files.
    public String code() {
        return code;
    }

    /// What its speakers call it, in its own script.
    public String ownName() {
        return ownName;
    }

    /// For collation and the like; never for money, whose form is ours.
    public Locale locale() {
        return Locale.of(code);
    }
}
