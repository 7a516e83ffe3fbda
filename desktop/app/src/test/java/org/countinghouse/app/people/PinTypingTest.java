package org.countinghouse.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.app.people.PinTyping.Step;
import org.countinghouse.app.shell.Notice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTypingTest {
    private final PinTyping typing = new PinTyping();
    private final List<String> taken = new ArrayList<>();

    @BeforeEach
    void aNewPinIsAskedFor() {
        typing.begin(pin -> taken.add(new String(pin)));
    }

    @Test
    void aPinTypedTwiceIsTaken() {
        type("482915");
        assertThat(typing.stepProperty().get()).isEqualTo(Step.AGAIN);
        type("482915");
        assertThat(taken).containsExactly("482915");
    }

    @Test
    void enterHeldDownTakesItOnce() {
        type("482915");
        type("482915");
        typing.enter();
        type("482915");
        assertThat(taken).hasSize(1);
    }

    @Test
    void twoThatDifferAreTypedFromTheBeginning() {
        type("482915");
        type("482916");
        assertThat(taken).isEmpty();
        assertThat(typing.stepProperty().get()).isEqualTo(Step.NEW);
        assertThat(told()).isEqualTo("people.pin.differ");
    }

    @Test
    void threeDigitsAreNoPin() {
        type("482");
        assertThat(typing.stepProperty().get()).isEqualTo(Step.NEW);
        assertThat(told()).isEqualTo("people.pin.short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "1234", "9876", "999999", "1212", "123123", "456789"})
    void aPinThatIsGuessedFirstIsWarnedOfAndCanBeTaken(String weak) {
        type(weak);
        assertThat(told()).isEqualTo("people.pin.weak");
        type(weak);
        assertThat(taken).containsExactly(weak);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4829", "1357", "135790", "1231", "482915"})
    void anotherPinIsNotWarnedOf(String pin) {
        assertThat(PinTyping.isWeak(pin.toCharArray())).isFalse();
    }

    @Test
    void theOldPinComesFirstAndAWrongOneIsAskedAgain() {
        var old = new ArrayList<String>();
        typing.begin(pin -> old.add(new String(pin)), pin -> taken.add(new String(pin)));
        type("123456");
        typing.again(Notice.of(Notice.Tone.WARNING, "signin.wrong"));
        assertThat(typing.stepProperty().get()).isEqualTo(Step.OLD);
        type("123457");
        typing.oldIsRight();
        type("482915");
        type("482915");
        assertThat(old).containsExactly("123456", "123457");
        assertThat(taken).containsExactly("482915");
    }

    private String told() {
        return typing.noticeProperty().get().map(Notice::key).orElse("");
    }

    private void type(String pin) {
        pin.chars().forEach(key -> typing.press((char) key));
        typing.enter();
    }
}
