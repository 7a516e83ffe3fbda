package org.countinghouse.serial.glory;

import org.countinghouse.serial.network.JsonText;
import tools.jackson.databind.JsonNode;

/// What is said over socket.io before the machine takes XML: who we are, whether that will do, what is
/// switched on, and a session if it has them. It takes the place of the request `Open`.
///
/// | we say | it says |
/// |---|---|
/// | `login request`, user, password (if any is set) | `login response`, `{ret, session_id}` |
/// | `check credential`, that session_id or null | `credential ok` or `credential ng` |
/// | `getFunctionSetting` | `sendFunctionSetting`, `{FunctionSetting: {SessionEnable: "1", …}}` |
/// | `openSession` (only if there are sessions) | `sendSessionID`, `{SessionID}` |
final class OpeningTalk {
    private final GlorySettings settings;
    private Step step = Step.BEFORE;

    OpeningTalk(GlorySettings settings) {
        this.settings = settings;
    }

    /// What comes next.
    sealed interface Next {
        record Say(String packet) implements Next {}

        /// @param session empty text without one
        record Over(FccResult result, String session) implements Next {}

        /// It was something else.
        record Wait() implements Next {}
    }

    private enum Step {
        BEFORE,
        LOGIN,
        CREDENTIAL,
        SETTINGS,
        SESSION,
        OVER
    }

    Next.Say begin() {
        if (!settings.logsIn()) {
            return credential(JsonText.newList().nullNode());
        }
        step = Step.LOGIN;
        var words = JsonText.newList();
        return new Next.Say(SocketIoPacket.event(
                "login request", words.stringNode(settings.user()), words.stringNode(settings.password())));
    }

    Next hears(SocketIoPacket.Event event) {
        return switch (event.name()) {
            case "login response" -> step == Step.LOGIN ? loggedIn(event.argument(0)) : new Next.Wait();
            case "credential ok" ->
                step == Step.CREDENTIAL ? say(Step.SETTINGS, "getFunctionSetting") : new Next.Wait();
            case "credential ng" -> over(FccResult.USER_UNKNOWN, "");
            case "sendFunctionSetting" -> step == Step.SETTINGS ? set(event.argument(0)) : new Next.Wait();
            case "sendSessionID" -> step == Step.SESSION ? opened(event.argument(0)) : new Next.Wait();
            default -> new Next.Wait();
        };
    }

    /// A login that failed is no end: a machine that does not check users lets us in all the same.
    private Next loggedIn(JsonNode answer) {
        boolean known = JsonText.amount(answer.path("ret")).orElse(-1) == 0;
        var id = answer.path("session_id");
        return credential(known && id.isValueNode() ? id : JsonText.newList().nullNode());
    }

    private Next.Say credential(JsonNode id) {
        step = Step.CREDENTIAL;
        return new Next.Say(SocketIoPacket.event("check credential", id));
    }

    private Next set(JsonNode answer) {
        boolean none = JsonText.words(answer.path("FunctionSetting").path("SessionEnable"))
                .equals("0");
        return none ? over(FccResult.NO_SESSIONS, "") : say(Step.SESSION, "openSession");
    }

    /// Where it opens no session, the likeliest reason is that there are too many.
    private Next opened(JsonNode answer) {
        String session = JsonText.words(answer.path("SessionID"));
        return session.isEmpty() ? over(FccResult.TOO_MANY_SESSIONS, "") : over(FccResult.DONE, session);
    }

    private Next.Say say(Step next, String word) {
        step = next;
        return new Next.Say(SocketIoPacket.event(word));
    }

    private Next over(FccResult result, String session) {
        if (step == Step.OVER) {
            return new Next.Wait();
        }
        step = Step.OVER;
        return new Next.Over(result, session);
    }
}
