package org.countinghouse.app;

import java.util.Map;
import java.util.function.Function;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Screens;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shell;
import org.countinghouse.app.shell.ShellViewModel;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.resources.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leads whoever is signed in into training and out of it. That a training began and ended is written at the real
/// desk. Only for the screen thread.
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final Desk desk;
    private final Session session;
    private final Background background;
    private final TrainingRoom room;
    private boolean beginning;

    /// What is shown while somebody practises.
    record Stage(Screens screens, ShellViewModel frame) {}

    /// What came of the wish to begin.
    private sealed interface Begun {
        record Ready(TrainingRoom.Prepared prepared) implements Begun {}

        record Not(Notice why) implements Begun {}
    }

    /// @param desk the real one
    /// @param session of who is at the real counter
    Rehearsal(Desk desk, Session session, Background background, TrainingRoom room) {
        this.desk = desk;
        this.session = session;
        this.background = background;
        this.room = room;
    }

    /// Starts the devices elsewhere, and shows the training when they stand.
    ///
    /// @param frame where it is told meanwhile
    /// @param staged puts the screens of the training together
    void begin(Shell shell, ShellViewModel frame, Function<TrainingRoom.Prepared, Stage> staged) {
        if (beginning || shell.isTraining() || session.person().isEmpty()) {
            return;
        }
        beginning = true;
        String employee = session.person().get().employee();
        var order = session.order(session.newId(), new Command.BeginTraining(employee));
        var language = session.language();
        frame.tell(Notice.of(Tone.INFO, "shell.training.starting"));
        background.run(
                () -> Notice.about(desk.perform(order))
                        .<Begun>map(Begun.Not::new)
                        .orElseGet(() -> prepared(employee, language)),
                begun -> {
                    beginning = false;
                    show(begun, shell, frame, employee, staged);
                },
                told -> {
                    beginning = false;
                    frame.tell(told);
                });
    }

    private Begun prepared(String employee, Language language) {
        try {
            return new Begun.Ready(room.prepare(language));
        } catch (StationFault e) {
            LOG.warn("no training", e);
            written(employee);
            return new Begun.Not(new Notice(
                    Tone.WARNING, "shell.training.noDevices", Map.of("reason", String.valueOf(e.getMessage()))));
        }
    }

    private void show(
            Begun begun,
            Shell shell,
            ShellViewModel frame,
            String employee,
            Function<TrainingRoom.Prepared, Stage> staged) {
        switch (begun) {
            case Begun.Not(var why) -> frame.tell(why);
            case Begun.Ready(var prepared) -> {
                boolean stillThere = session.person()
                        .filter(person -> person.employee().equals(employee))
                        .isPresent();
                if (stillThere) {
                    var stage = staged.apply(prepared);
                    shell.practise(stage.screens(), stage.frame(), () -> end(prepared, employee));
                } else {
                    end(prepared, employee);
                }
            }
        }
    }

    private void end(TrainingRoom.Prepared prepared, String employee) {
        background.run(
                () -> {
                    prepared.devices().close();
                    return written(employee);
                },
                answer -> LOG.info("training of {} ended: {}", employee, answer),
                _ -> {});
    }

    private Answer written(String employee) {
        return desk.perform(session.orderOf(employee, new Command.EndTraining(employee)));
    }
}
