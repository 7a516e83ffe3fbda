package org.countinghouse.cloud;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// The rules of the house that hold here, each also held against a class that breaks it.
class HouseRulesTest {
    private static final JavaClasses CLOUD = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.countinghouse.cloud");
    private static final JavaClasses BREAKERS =
            new ClassFileImporter().importPackages("org.countinghouse.cloud.broken");

    /// Time is handed in as a `Clock`; who wires the server takes the system's.
    private static final ArchRule NOBODY_ASKS_THE_TIME = noClasses()
            .that()
            .doNotHaveSimpleName("CloudMain")
            .should()
            .accessTargetWhere(describe("it reads the system's clock", HouseRulesTest::readsTheClock));

    private static final ArchRule NO_STATION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.countinghouse.ledger..",
                    "org.countinghouse.store..",
                    "org.countinghouse.app..",
                    "org.countinghouse.replicator..");

    @Test
    void onlyWhoWiresReadsTheClock() {
        NOBODY_ASKS_THE_TIME.check(CLOUD);
    }

    @Test
    void aLookAtTheClockIsCaught() {
        assertThatThrownBy(() -> NOBODY_ASKS_THE_TIME.check(BREAKERS))
                .isInstanceOf(AssertionError.class)
                .message()
                .contains("Instant.now()", "System.currentTimeMillis()");
    }

    @Test
    void theCloudSharesNothingWithAStationButTheWire() {
        NO_STATION.check(CLOUD);
    }

    @Test
    void aWordWithTheStationIsCaught() {
        assertThatThrownBy(() -> NO_STATION.check(BREAKERS))
                .isInstanceOf(AssertionError.class)
                .message()
                .contains("org.countinghouse.replicator.Replicator");
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var handedIn = access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .anyMatch("java.time.Clock"::equals);
        return switch (access.getName()) {
            case "now" -> owner.startsWith("java.time.") && !handedIn;
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case String name -> owner.equals("java.time.Clock") && name.startsWith("system");
        };
    }
}
