package org.countinghouse.app.palette;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Destination.Move;
import org.countinghouse.app.shell.Destination.Move.Kind;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.Theme;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;

/// What a person can do and where they can go, the likeliest first. What they may not is not there.
final class Offers {
    private static final String RULES = "mdi2t-tune-variant";

    private final Standing standing;
    private final Texts texts;
    private final Map<Language, Texts> all;
    private final List<Offer> offers = new ArrayList<>();

    private Offers(Standing standing, Map<Language, Texts> all) {
        this.standing = standing;
        this.all = all;
        this.texts = Objects.requireNonNull(all.get(standing.language()));
    }

    /// Every language: somebody who reads Khmer may have learned the English word.
    static Map<Language, Texts> everyLanguage() {
        var all = new EnumMap<Language, Texts>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, Texts.load(language));
        }
        return all;
    }

    /// @param all the texts of every language
    static List<Offer> of(Standing standing, Map<Language, Texts> all) {
        var offers = new Offers(standing, all);
        offers.shift();
        offers.cash();
        offers.rest();
        offers.pages();
        offers.settings();
        return List.copyOf(offers.offers);
    }

    private void shift() {
        if (standing.shift().isEmpty() && standing.may(Verb.OPEN_SHIFT)) {
            action("open-shift", "mdi2l-lock-open-outline", "shift.open.title", "F3", new Destination.OpenShift());
        }
        if (standing.waits() && standing.may(Verb.SUSPEND_SHIFT, Verb.HAND_OVER, Verb.COUNT)) {
            action("resume", "mdi2p-play-outline", "shift.resume.action", "F3", new Destination.Waiting());
        }
    }

    private void cash() {
        if (!standing.trades()) {
            return;
        }
        move(Kind.SAFE_DROP, Verb.SAFE_DROP, "mdi2s-safe", "safe.drop.title", "F7");
        move(Kind.NO_SALE, Verb.NO_SALE, "mdi2a-archive-arrow-down-outline", "till.noSale.title", "F8");
        move(Kind.PAID_OUT, Verb.PAID_OUT, "mdi2t-tray-arrow-up", "till.paidOut.title", "F6");
        move(Kind.PAID_IN, Verb.PAID_IN, "mdi2t-tray-arrow-down", "till.paidIn.title", "F5");
        move(Kind.REFUND, Verb.REFUND, "mdi2c-cash-refund", "till.refund.title", "F9");
        move(Kind.FLOAT_LOAN, Verb.FLOAT_LOAN, "mdi2c-cash-plus", "safe.loan.title", "");
        if (standing.may(Verb.COUNT)) {
            action("count", "mdi2c-counter", "count.title", "F4", new Destination.Count());
        }
        if (standing.may(Verb.SUSPEND_SHIFT, Verb.HAND_OVER)) {
            action("leave", "mdi2p-pause-circle-outline", "shift.leave.action", "", new Destination.LeaveShift());
        }
    }

    private void move(Kind kind, Verb verb, String icon, String title, String key) {
        if (standing.may(verb)) {
            String id = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            action(id, icon, title, key, new Move(kind));
        }
    }

    private void rest() {
        if (standing.shift().isEmpty() && standing.may(Verb.COUNT)) {
            action("recount", "mdi2r-restart", "count.again.offer", "", new Destination.Recount());
        }
        if (standing.may(Verb.X_REPORT)) {
            action("x-report", "mdi2f-file-chart-outline", "report.x.title", "F10", new Destination.Reports());
        }
        if (standing.may(Verb.TAKE_Z, Verb.READ_Z)) {
            action("z-report", "mdi2f-file-chart-outline", "report.z.title", "F10", new Destination.Reports());
        }
        add(Group.ACTIONS, "lock", "mdi2l-lock-outline", "palette.lock", "F12", new Choice.Lock());
        if (standing.training()) {
            add(
                    Group.ACTIONS,
                    "end-training",
                    "mdi2s-school-outline",
                    "shell.training.end",
                    "",
                    new Choice.EndTraining());
        } else if (standing.offersTraining()) {
            add(Group.ACTIONS, "train", "mdi2s-school-outline", "shell.go.training", "", new Choice.Train());
        }
    }

    private void pages() {
        if (standing.may(Verb.SELL)) {
            page("till", "mdi2c-cash-register", "till.title", "F2", new Destination.Till());
        }
        page("reports", "mdi2f-file-chart-outline", "report.title", "F10", new Destination.Reports());
        page("entries", "mdi2f-format-list-bulleted", "till.entries.title", "F11", new Destination.Entries());
        for (OfficePage each : standing.pages()) {
            page("office-" + each.word(), each.icon(), "shell.office." + each.word(), "", new Destination.Office(each));
        }
        if (standing.training()) {
            page("simulators", "mdi2r-robot-outline", "device.simulated.title", "F1", new Destination.Simulators());
        }
    }

    private void settings() {
        for (Language language : Language.values()) {
            if (language != standing.language()) {
                add(
                        Group.SETTINGS,
                        "language-" + language.code(),
                        "mdi2t-translate",
                        "shell.language." + language.code(),
                        "",
                        new Choice.Speak(language));
            }
        }
        switch (standing.theme()) {
            case LIGHT -> theme(Theme.DARK, "mdi2w-weather-night");
            case DARK -> theme(Theme.LIGHT, "mdi2w-white-balance-sunny");
        }
        if (!standing.training()) {
            setting("own-pin", "mdi2k-key-outline", "people.own.title", new Destination.OwnPin());
        }
        if (standing.pages().contains(OfficePage.RULES)) {
            var rules = new Destination.Office(OfficePage.RULES);
            setting("limits", RULES, "settings.rules.title", rules);
            setting("reasons", RULES, "settings.reasons.title", rules);
            setting("rates", RULES, "settings.rates.title", rules);
        }
        if (standing.pages().contains(OfficePage.DEVICES)) {
            setting("printer", "mdi2p-printer-outline", "palette.devices", new Destination.Office(OfficePage.DEVICES));
        }
    }

    private void theme(Theme other, String icon) {
        add(Group.SETTINGS, "theme-" + other.word(), icon, "shell.theme." + other.word(), "", new Choice.Wear(other));
    }

    private void action(String id, String icon, String title, String key, Destination to) {
        add(Group.ACTIONS, id, icon, title, key, new Choice.Go(to));
    }

    private void page(String id, String icon, String title, String key, Destination to) {
        add(Group.PAGES, id, icon, title, key, new Choice.Go(to));
    }

    private void setting(String id, String icon, String title, Destination to) {
        add(Group.SETTINGS, id, icon, title, "", new Choice.Go(to));
    }

    private void add(Group group, String id, String icon, String title, String key, Choice choice) {
        String also = all.values().stream().map(each -> each.text(title)).collect(Collectors.joining("\n"));
        offers.add(new Offer(group, id, icon, texts.text(title), "", key, also, choice));
    }
}
