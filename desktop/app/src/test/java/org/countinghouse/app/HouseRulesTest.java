package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each rule is held against the house, and against a class that breaks it: a guard that catches nobody is no guard.
class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.countinghouse");

    private static final String BROKEN = "org.countinghouse.app.broken";
    private static final JavaClasses BREAKERS = new ClassFileImporter().importPackages(BROKEN);

    @Test
    void ledgerStoreAndWireKnowNoFloatingPoint() {
        holds(HouseRules.noFloatingPoint(
                "org.countinghouse.ledger..", "org.countinghouse.store..", "org.countinghouse.wire.."));
    }

    @Test
    void aDoubleInAFieldOrInTheMiddleOfAMethodIsCaught() {
        catches(HouseRules.noFloatingPoint(BROKEN), "HalfPennies.rate", "HalfPennies.half", "HalfPennies.boxed");
    }

    @Test
    void onlyThoseWhoWireReadTheClock() {
        holds(HouseRules.nobodyAsksTheTime("org.countinghouse..", "org.countinghouse.app"));
    }

    @Test
    void aLookAtTheClockIsCaught() {
        catches(
                HouseRules.nobodyAsksTheTime(BROKEN, "org.countinghouse.app"),
                "LocalDate.now()",
                "System.currentTimeMillis()",
                "Clock.systemUTC()",
                "java.util.Date.<init>()");
    }

    @Test
    void viewModelsKnowNoScene() {
        holds(HouseRules.viewModelsWithoutScene("org.countinghouse.app.."));
    }

    @Test
    void aViewModelWithANodeIsCaught() {
        catches(HouseRules.viewModelsWithoutScene(BROKEN + ".."), "ShiftViewModel", "javafx.scene.Node");
    }

    @Test
    void tasksKnowTheShellAndNotEachOther() {
        holds(HouseRules.tasksApart("org.countinghouse.app"));
    }

    @Test
    void aTaskThatUsesAnotherIsCaughtAndAShellThatUsesATaskToo() {
        catches(HouseRules.tasksApart(BROKEN), "broken.shift.ShiftViewModel", "broken.till.Till", "shell.Nosy");
    }

    @Test
    void theDesktopHasOneToolkit() {
        holds(HouseRules.noSwingNoAwt(
                "org.countinghouse.app..",
                "org.countinghouse.ledger..",
                "org.countinghouse.reports..",
                "org.countinghouse.store.."));
    }

    @Test
    void awtIsCaught() {
        catches(HouseRules.noSwingNoAwt(BROKEN), "java.awt.Color");
    }

    @Test
    void thereIsOneWayOntoTheScreenThread() {
        assertThat(HouseRules.waysOntoTheScreen(HOUSE)).containsExactly("org.countinghouse.app.shell.Screen");
    }

    @Test
    void everyWayOntoTheScreenThreadIsSeen() {
        assertThat(HouseRules.waysOntoTheScreen(BREAKERS)).hasSize(2);
    }

    @Test
    void nobodyCatchesExceptionButTheOutermostLoops() {
        holds(HouseRules.nobodyCatchesException("org.countinghouse..", Set.of("Replicator", "Background")));
    }

    @Test
    void aCatchOfExceptionIsCaught() {
        catches(HouseRules.nobodyCatchesException(BROKEN, Set.of("Loop")), "Swallower.swallow");
    }

    private static void holds(ArchRule rule) {
        rule.check(HOUSE);
    }

    private static void catches(ArchRule rule, String... named) {
        assertThatThrownBy(() -> rule.check(BREAKERS))
                .isInstanceOf(AssertionError.class)
                .message()
                .contains(named);
    }
}
