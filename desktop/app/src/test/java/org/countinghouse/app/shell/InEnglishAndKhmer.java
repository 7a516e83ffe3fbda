package org.countinghouse.app.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.countinghouse.resources.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A test of a page in a script with spaces and in one without. [ScreensTest] looks at every page in every language.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@EnumSource(
        value = Language.class,
        names = {"ENGLISH", "KHMER"})
public @interface InEnglishAndKhmer {}
