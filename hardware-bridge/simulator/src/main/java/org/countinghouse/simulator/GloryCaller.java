package org.countinghouse.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody at the socket.io port of a simulated controller: Engine.IO 3 and socket.io 2, and the
/// words of the machine's own program. Answers and events are events of socket.io with bytes; what they
/// are called nobody told us, and no near end we know of asks.
final class GloryCaller {
    private static final Logger LOG = LoggerFactory.getLogger(GloryCaller.class);
    private static final byte MESSAGE = 4;
    private static final String ANNOUNCED = "451-[\"xml receive\",{\"_placeholder\":true,\"num\":0}]";
    private static final Map<String, String> SETTINGS = Map.of(
            "OccupyEnable", "1",
            "SessionEnable", "1",
            "SessionMinute", "60",
            "SoapDuplicateCheck", "1",
            "SoapUserCheck", "0");

    private final WebSocketEnd end;
    private final GlorySocketIo port;
    private final GlorySocketIo.Machine machine;
    private final JsonMapper json = JsonMapper.shared();
    private String user = "";
    private boolean known;

    GloryCaller(WebSocketEnd end, GlorySocketIo port, GlorySocketIo.Machine machine) {
        this.end = end;
        this.port = port;
        this.machine = machine;
    }

    /// Opens the connection, or holds its caller as long as the machine is silent.
    void letIn() throws IOException {
        var asked = end.asks();
        if (machine.isSilent()) {
            end.next();
            throw new IOException("nobody answers");
        }
        String path = asked.line();
        if (!path.startsWith("GET /socket.io/?") || !path.contains("EIO=3") || !path.contains("transport=websocket")) {
            end.turnAway();
            throw new IOException("no socket.io of ours");
        }
        end.letIn(asked);
        end.send("0"
                + json.writeValueAsString(json.createObjectNode()
                        .put("sid", Integer.toHexString(System.identityHashCode(this)))
                        .put("pingInterval", port.signEvery().toMillis())
                        .put("pingTimeout", port.signWithin().toMillis())
                        .set("upgrades", json.createArrayNode())));
        end.send("40");
        end.expect(Math.toIntExact(port.signEvery().plus(port.signWithin()).toMillis()));
    }

    void converse() throws IOException {
        while (true) {
            var message = end.next();
            if (message.text() && !machine.isSilent()) {
                heard(message.words());
            }
        }
    }

    /// Tells it something, if it is still there.
    void hear(String event) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(MESSAGE);
        bytes.writeBytes(("\u0004<BbxEventRequest>" + event + "</BbxEventRequest>\0").getBytes(StandardCharsets.UTF_8));
        try {
            if (!machine.isSilent()) {
                tell(bytes.toByteArray());
            }
        } catch (IOException _) {
            end.close();
        }
    }

    private void heard(String packet) throws IOException {
        if (packet.startsWith("2")) {
            end.send("3" + packet.substring(1));
        } else if (packet.startsWith("42")) {
            obey(list(packet.substring(2)));
        } else if (packet.equals("1") || packet.equals("41")) {
            throw new IOException("it goes");
        }
    }

    private void obey(JsonNode event) throws IOException {
        switch (event.path(0).asString("")) {
            case "login request" -> {
                known = port.knows(event.path(2).asString(""));
                user = known ? event.path(1).asString("") : "";
                say(
                        "login response",
                        json.createObjectNode().put("ret", known ? 0 : 1).put("session_id", known ? "U1" : ""));
            }
            case "check credential" -> {
                boolean may = !port.checksUsers()
                        || known && event.path(1).asString("").equals("U1");
                end.send("42[\"credential " + (may ? "ok" : "ng") + "\"]");
            }
            case "getFunctionSetting" -> {
                var settings = json.createObjectNode();
                SETTINGS.forEach(settings::put);
                say("sendFunctionSetting", json.createObjectNode().set("FunctionSetting", settings));
            }
            case "openSession" ->
                say("sendSessionID", json.createObjectNode().put("SessionID", machine.openSession(user)));
            case "xml send" -> {
                var asked = GloryAsked.bare(event.path(1).asString(""));
                // What moves money takes its time, and the machine can be asked meanwhile.
                Thread.ofVirtual().start(() -> answer(asked));
            }
            default -> LOG.debug("a word this machine does not know");
        }
    }

    private void answer(GloryAsked asked) {
        try {
            machine.obey(asked).ifPresent(obeyed -> {
                for (int i = 0; i < obeyed.copies(); i++) {
                    hear(obeyed.event());
                }
                machine.tellOthers(obeyed, event -> port.tellOthers(event, this));
            });
        } catch (IOException e) {
            LOG.debug("a request nobody understands: {}", e.getMessage());
        }
    }

    private void say(String word, JsonNode argument) throws IOException {
        end.send("42" + json.writeValueAsString(json.createArrayNode().add(word).add(argument)));
    }

    private synchronized void tell(byte[] bytes) throws IOException {
        end.send(ANNOUNCED);
        end.send(bytes);
    }

    private JsonNode list(String text) throws IOException {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw new IOException("no JSON", e);
        }
    }
}
