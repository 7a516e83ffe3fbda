package org.countinghouse.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/// Who is connected to a simulated controller, and who has it for himself. A power failure ends all
/// sessions.
final class GlorySessions {
    static final int OK = 0;
    static final int OCCUPIED_BY_OTHER = 3;
    static final int NOT_OCCUPIED = 5;
    static final int OCCUPIED_BY_ITSELF = 17;
    static final int INVALID = 21;
    private static final int MOST = 8;

    private final Map<String, String> users = new LinkedHashMap<>();
    private String occupant = "";
    private int opened;
    private boolean takenOver = true;

    synchronized String open(String user) {
        if (users.size() >= MOST) {
            end(users.keySet().iterator().next());
        }
        String id = "S%09d".formatted(++opened);
        users.put(id, user);
        return id;
    }

    synchronized int end(String session) {
        if (users.remove(session) == null) {
            return INVALID;
        }
        release(session);
        return OK;
    }

    /// Whether the same user in a newer session takes the machine over, as the host that came back.
    /// Nobody told us what real ones do.
    synchronized void takesOver(boolean takes) {
        takenOver = takes;
    }

    synchronized int occupy(String session) {
        if (!users.containsKey(session)) {
            return INVALID;
        }
        if (occupant.equals(session)) {
            return OCCUPIED_BY_ITSELF;
        }
        boolean same = takenOver && users.getOrDefault(occupant, "").equals(users.get(session));
        if (!occupant.isEmpty() && !same) {
            return OCCUPIED_BY_OTHER;
        }
        occupant = session;
        return OK;
    }

    synchronized int release(String session) {
        if (occupant.equals(session)) {
            occupant = "";
        }
        return OK;
    }

    /// Whether a session may ask; 0 when it may.
    synchronized int mayAsk(String session) {
        return users.containsKey(session) ? OK : INVALID;
    }

    /// Whether a session may move money; 0 when it may.
    synchronized int mayMove(String session) {
        if (!users.containsKey(session)) {
            return INVALID;
        }
        if (occupant.equals(session)) {
            return OK;
        }
        return occupant.isEmpty() ? NOT_OCCUPIED : OCCUPIED_BY_OTHER;
    }

    /// A session that was too long silent, as the machine sees it.
    synchronized void forgetAll() {
        users.clear();
        occupant = "";
    }
}
