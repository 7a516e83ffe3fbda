package org.countinghouse.serial.cashdro;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.serial.cashdro.CashDroReader.Level;
import org.countinghouse.serial.cashdro.CashDroReader.Operation;
import org.countinghouse.serial.cashdro.CashDroReader.Reply;
import org.countinghouse.serial.network.HttpLine;

/// The calls a CashDro understands. Each carries user and password in its URL, so none is ever printed.
final class CashDroLine implements AutoCloseable {
    private static final int OK = 200;

    private final CashDroSettings settings;
    private final HttpLine http;

    CashDroLine(CashDroSettings settings) {
        this.settings = settings;
        http = new HttpLine(settings.http());
    }

    Optional<String> executing(Duration limit) throws IOException {
        return CashDroReader.executing(answered(ask("askOperationExecuting", Map.of(), limit)));
    }

    List<Level> levels(Duration limit) throws IOException {
        var what = Map.of("currencyId", settings.currency(), "includeImages", "0", "includeLevels", "1");
        return CashDroReader.levels(answered(ask("getPiecesCurrency", what, limit)));
    }

    /// The operation of that number; empty when the machine does not know it.
    Optional<Operation> operation(String id, Duration limit) throws IOException {
        return switch (ask("askOperation", Map.of("operationId", id), limit)) {
            case Reply.Done(var content) -> Optional.of(CashDroReader.operation(content));
            case Reply.Refused _ -> Optional.empty();
        };
    }

    Reply start(int type, Map<String, String> parameters, String alias, Duration limit) throws IOException {
        var what = new java.util.LinkedHashMap<String, String>();
        what.put("type", Integer.toString(type));
        what.put("posid", settings.posId());
        what.put("posuser", settings.posId());
        what.put("aliasid", alias);
        what.putAll(parameters);
        return order("startOperation", what, limit);
    }

    Reply acknowledge(String id, Duration limit) throws IOException {
        return order("acknowledgeOperationId", Map.of("operationId", id), limit);
    }

    Reply finish(String id, int type, Duration limit) throws IOException {
        return order("finishOperation", Map.of("operationId", id, "type", Integer.toString(type)), limit);
    }

    void pause(Duration length) throws IOException {
        http.pause(length);
    }

    @Override
    public void close() {
        http.close();
    }

    private Reply ask(String operation, Map<String, String> what, Duration limit) throws IOException {
        return read(http.ask(HttpLine.Call.get(path(operation, what)), limit));
    }

    private Reply order(String operation, Map<String, String> what, Duration limit) throws IOException {
        return read(http.order(HttpLine.Call.get(path(operation, what)), limit));
    }

    private Reply read(HttpLine.Answer answer) throws IOException {
        if (answer.status() != OK) {
            throw new IOException("the machine's web server answered with status " + answer.status());
        }
        return switch (CashDroReader.reply(answer.body())) {
            case Reply.Done done -> done;
            case Reply.Refused(long code, String words) -> new Reply.Refused(code, withoutPassword(words));
        };
    }

    private tools.jackson.databind.JsonNode answered(Reply reply) throws IOException {
        return switch (reply) {
            case Reply.Done(var content) -> content;
            case Reply.Refused(long code, String words) ->
                throw new IOException("the machine refuses to answer: " + words + " (code " + code + ")");
        };
    }

    /// Some web servers repeat the URL in their error messages.
    private String withoutPassword(String words) {
        String password = settings.http().password().reveal();
        return password.isEmpty() ? words : words.replace(password, "(secret)");
    }

    private String path(String operation, Map<String, String> what) {
        var path = new StringBuilder(settings.path()).append("?operation=").append(operation);
        add(path, "name", settings.http().user());
        add(path, "password", settings.http().password().reveal());
        what.forEach((name, value) -> add(path, name, value));
        return path.toString();
    }

    private static void add(StringBuilder path, String name, String value) {
        path.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
