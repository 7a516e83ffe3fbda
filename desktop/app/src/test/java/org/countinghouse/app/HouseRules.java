package org.countinghouse.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.countinghouse.device.spi.Driver;

/// What the compiler cannot see of the house plan. Each rule is told where it holds, so that a test can hold it against
/// a
/// class that breaks it.
final class HouseRules {
    private HouseRules() {}

    /// An amount is whole minor units: 0.1 + 0.2 is not 0.3 in any till.
    static ArchRule noFloatingPoint(String... packages) {
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .should(new FloatingPointFree())
                .because("amounts are whole minor units");
    }

    /// Time is handed in as a `Clock`; only who wires the program may take the system's, and a driver, which nobody
    /// hands anything: it is found by its name. `System.nanoTime` is no time of day: it measures waits.
    ///
    /// @param wiring the package of those who wire
    static ArchRule nobodyAsksTheTime(String inside, String wiring) {
        return noClasses()
                .that()
                .resideInAPackage(inside)
                .and()
                .resideOutsideOfPackage(wiring)
                .and()
                .areNotAssignableTo(Driver.class)
                .should()
                .accessTargetWhere(describe("it reads the system's clock", HouseRules::readsTheClock))
                .because("time is handed in");
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var handedIn = access instanceof JavaCodeUnitAccess<?> call
                ? call.getTarget().getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList()
                : List.<String>of();
        return switch (access.getName()) {
            case "now" -> owner.startsWith("java.time.") && !handedIn.contains("java.time.Clock");
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "<init>" -> owner.equals("java.util.Date") && handedIn.isEmpty();
            case "getInstance" -> owner.equals("java.util.Calendar");
            case String name ->
                owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick"));
        };
    }

    /// A view model is tested without a toolkit.
    static ArchRule viewModelsWithoutScene(String inside) {
        return noClasses()
                .that()
                .resideInAPackage(inside)
                .and()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                .because("the view shows, the view model decides");
    }

    /// A task package uses itself, the shell, and what lies beside the tasks at the top; the shell uses no task. Only
    /// `Station` wires.
    static ArchRule tasksApart(String app) {
        return classes()
                .that()
                .resideInAPackage(app + ".*..")
                .and(not(simpleName("Station")))
                .should(new KeepsToItsTask(app))
                .because("moving between tasks is the shell's");
    }

    static ArchRule noSwingNoAwt(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..")
                .because("there is one toolkit on the screen");
    }

    /// @param loops the simple names of the outermost loops, which log what they caught and keep serving
    static ArchRule nobodyCatchesException(String inside, Set<String> loops) {
        return classes()
                .that()
                .resideInAPackage(inside)
                .and(not(describe("are " + loops, type -> loops.contains(type.getSimpleName()))))
                .should(new CatchesNoException())
                .because("what the shop can meet is a result, and what it cannot is for the outermost loop");
    }

    /// Where `Platform.runLater` is called.
    static List<String> waysOntoTheScreen(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().equals("javafx.application.Platform"))
                .filter(call -> call.getName().equals("runLater"))
                .map(call -> call.getOriginOwner().getName())
                .toList();
    }

    private static final class KeepsToItsTask extends ArchCondition<JavaClass> {
        private final String app;

        KeepsToItsTask(String app) {
            super("keep to its task and the shell");
            this.app = app;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            var own = taskOf(type);
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var other = taskOf(dependency.getTargetClass().getBaseComponentType());
                if (!List.of("", "shell", own).contains(other)) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            }
        }

        /// The first word of the package below the application's, or nothing where there is none.
        private String taskOf(JavaClass type) {
            var name = type.getPackageName();
            return name.startsWith(app + ".") ? name.substring(app.length() + 1).split("\\.", 2)[0] : "";
        }
    }

    private static final class CatchesNoException extends ArchCondition<JavaClass> {
        CatchesNoException() {
            super("not catch Exception");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (var unit : type.getCodeUnits()) {
                if (caughtIn(unit).anyMatch(caught -> caught.isEquivalentTo(Exception.class))) {
                    events.add(SimpleConditionEvent.violated(unit, unit.getDescription() + " catches Exception"));
                }
            }
        }

        private static Stream<JavaClass> caughtIn(JavaCodeUnit unit) {
            return unit.getTryCatchBlocks().stream().flatMap(block -> block.getCaughtThrowables().stream());
        }
    }
}
