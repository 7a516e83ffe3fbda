package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Refusal;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeTest {
    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalHasWordsInEveryLanguage(Refusal why) {
        for (Language language : Language.values()) {
            Texts texts = Texts.load(language);
            assertThat(texts.has("refused." + why.code()))
                    .as("%s %s", why, language)
                    .isTrue();
            var notice = Notice.about(new Answer.Refused(why, Map.of())).orElseThrow();
            assertThat(notice.in(texts)).isNotBlank();
        }
    }
}
