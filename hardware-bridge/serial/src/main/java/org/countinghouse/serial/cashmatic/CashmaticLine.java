package org.countinghouse.serial.cashmatic;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.serial.cashmatic.CashmaticReader.Device;
import org.countinghouse.serial.cashmatic.CashmaticReader.Level;
import org.countinghouse.serial.cashmatic.CashmaticReader.Reply;
import org.countinghouse.serial.cashmatic.CashmaticReader.Transaction;
import org.countinghouse.serial.network.HttpLine;
import org.countinghouse.serial.network.JsonText;
import org.countinghouse.serial.network.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The calls a Cashmatic understands, all by POST, and the token that opens them. The token runs out or is revoked
/// while a customer takes his time; then we sign in again and ask again. An order is not sent again for that: the
/// token is renewed before it.
final class CashmaticLine implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNKNOWN_CALLER = 401;
    private static final int FORBIDDEN = 403;

    private final CashmaticSettings settings;
    private final HttpLine http;
    private Optional<Secret> token = Optional.empty();

    CashmaticLine(CashmaticSettings settings) {
        this.settings = settings;
        http = new HttpLine(settings.http());
    }

    Device device(Duration limit) throws IOException {
        return CashmaticReader.device(ask("/api/device/GetDeviceInfo", limit));
    }

    List<Level> levels(Duration limit) throws IOException {
        return CashmaticReader.levels(ask("/api/device/AllLevels", limit));
    }

    Transaction active(Duration limit) throws IOException {
        return CashmaticReader.active(ask("/api/device/ActiveTransaction", limit));
    }

    Optional<Transaction> last(Duration limit) throws IOException {
        return CashmaticReader.last(ask("/api/device/LastTransaction", limit));
    }

    /// Sends what begins or ends a transaction.
    Reply order(String path, ObjectNode body, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        renew(deadline);
        return switch (reply(http.order(call(path, body), deadline.left()))) {
            case Said(var reply) -> reply;
            // It was shown the door, so it was not obeyed.
            case Stranger _ -> new Reply.Refused(UNKNOWN_CALLER, "the machine does not accept its own token");
        };
    }

    void signIn(Duration limit) throws IOException {
        var body = JsonText.newObject()
                .put("username", settings.http().user())
                .put("password", settings.http().password().reveal());
        token = Optional.empty();
        token = switch (reply(http.ask(call("/api/user/Login", body), limit))) {
            case Said(Reply.Done(var data)) -> Optional.of(CashmaticReader.token(data));
            case Said(Reply.Refused(long code, _)) ->
                throw new IOException("the machine does not take the user or the password (code " + code + ")");
            case Stranger _ -> throw new IOException("the machine does not take the user or the password");
        };
    }

    void pause(Duration length) throws IOException {
        http.pause(length);
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode ask(String path, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        if (token.isEmpty()) {
            signIn(deadline.left());
        }
        var answer = reply(http.ask(call(path, JsonText.newObject()), deadline.left()));
        if (isStranger(answer)) {
            signIn(deadline.left());
            answer = reply(http.ask(call(path, JsonText.newObject()), deadline.left()));
        }
        return switch (answer) {
            case Said(Reply.Done(var data)) -> data;
            case Said(Reply.Refused(long code, String words)) ->
                throw new IOException("the machine refuses to answer: " + words + " (code " + code + ")");
            case Stranger _ -> throw new IOException("the machine does not accept its own token");
        };
    }

    private void renew(Deadline deadline) throws IOException {
        if (token.isPresent()
                && reply(http.ask(call("/api/user/RenewToken", JsonText.newObject()), deadline.left()))
                        instanceof Said(Reply.Done(var data))
                && data.hasNonNull("token")) {
            token = Optional.of(CashmaticReader.token(data));
        } else {
            signIn(deadline.left());
        }
    }

    /// What an answer says, or that it asks who we are.
    private sealed interface Heard {}

    private record Said(Reply reply) implements Heard {}

    private record Stranger() implements Heard {}

    private static Heard reply(HttpLine.Answer answer) throws IOException {
        if (answer.status() == UNKNOWN_CALLER || answer.status() == FORBIDDEN) {
            return new Stranger();
        }
        if (answer.status() != OK) {
            throw new IOException("the machine's web server answered with status " + answer.status());
        }
        return new Said(CashmaticReader.reply(answer.body()));
    }

    /// Some versions say it in words.
    private static boolean isStranger(Heard answer) {
        return answer instanceof Stranger
                || (answer instanceof Said(Reply.Refused(_, String words))
                        && words.toLowerCase(java.util.Locale.ROOT).matches(".*(token|unauthori[sz]ed).*"));
    }

    private HttpLine.Call call(String path, ObjectNode body) {
        return new HttpLine.Call(path, token, Optional.of(JsonText.bytes(body)));
    }
}
