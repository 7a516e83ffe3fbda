package org.countinghouse.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Set;
import org.countinghouse.app.sync.CloudCopy.State;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncStripViewModelTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void devicesChangedInTheCloudAreNamedToWhoeverAsksTheChip(Language language) {
        var changed = new State.Online(0, Set.of("Front printer", "Drawer"));
        var model = new SyncStripViewModel(() -> changed, ZoneId.of("Asia/Phnom_Penh"));
        assertThat(model.explanation(changed).orElseThrow().in(Texts.load(language)))
                .contains("Drawer, Front printer")
                .doesNotContain("{");
        assertThat(model.explanation(new State.Online(0))).isEmpty();
    }
}
