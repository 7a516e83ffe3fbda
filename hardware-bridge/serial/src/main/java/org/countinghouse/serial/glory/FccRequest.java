package org.countinghouse.serial.glory;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something the machine can be asked for, without the numbers every request bears.
///
/// @param name without `Request` and `Response` behind it
/// @param operation what SOAP calls it (`SOAPAction`)
record FccRequest(String name, String operation, List<Node> body) {
    private static final String WHO = "Countinghouse";

    FccRequest {
        body = List.copyOf(body);
    }

    static FccRequest open(String user, String password) {
        return plain("Open", Node.text("User", user), Node.text("UserPwd", password), Node.text("DeviceName", WHO));
    }

    static FccRequest close() {
        return plain("Close");
    }

    static FccRequest occupy() {
        return plain("Occupy");
    }

    static FccRequest release() {
        return plain("Release");
    }

    /// Asks also whether the inventory has to be verified, which means that the machine is not sure of
    /// it.
    static FccRequest status() {
        return new FccRequest("Status", "GetStatus", List.of(option(0), type("RequireVerification", 1)));
    }

    /// All of it: what is inside, and what can be paid out.
    static FccRequest inventory() {
        return plain("Inventory", option(0));
    }

    /// A sale when the amount is positive, a payout of pieces the machine chooses when it is negative.
    /// Option 1 lets it give up when the change is short.
    static FccRequest change(long amount) {
        return plain("Change", Node.text("Amount", Long.toString(amount)), option(1));
    }

    static FccRequest changeCancel() {
        return plain("ChangeCancel", option(0));
    }

    static FccRequest startCashin() {
        return plain("StartCashin", option(0));
    }

    static FccRequest endCashin() {
        return plain("EndCashin");
    }

    static FccRequest cashinCancel() {
        return plain("CashinCancel");
    }

    static FccRequest cashout(List<FccCash.Line> pieces) {
        return plain("Cashout", new FccCash(FccCash.OUT, pieces).node());
    }

    /// Into the cassette.
    static FccRequest collect(List<FccCash.Line> pieces) {
        return plain("Collect", option(0), new FccCash(FccCash.CHOSEN, pieces).node());
    }

    static FccRequest reset() {
        return plain("Reset");
    }

    /// @param unit 1 for the notes' door or upper unit, 2 for the coin box
    static FccRequest lockUnit(int unit) {
        return plain("LockUnit", option(unit));
    }

    /// @param unit 1 for the notes' door or upper unit, 2 for the coin box
    static FccRequest unlockUnit(int unit) {
        return plain("UnLockUnit", option(unit));
    }

    /// @param host our address as the machine sees it
    static FccRequest registerEvent(String host, int port) {
        return plain("RegisterEvent", Node.text("Url", host), Node.text("Port", Integer.toString(port)));
    }

    static FccRequest unRegisterEvent(String host, int port) {
        return plain("UnRegisterEvent", Node.text("Url", host), Node.text("Port", Integer.toString(port)));
    }

    static FccRequest adjustTime(LocalDateTime now) {
        return plain(
                "AdjustTime",
                Node.of(
                        "Date",
                        Map.of(
                                "year", Integer.toString(now.getYear()),
                                "month", Integer.toString(now.getMonthValue()),
                                "day", Integer.toString(now.getDayOfMonth()))),
                Node.of(
                        "Time",
                        Map.of(
                                "hour", Integer.toString(now.getHour()),
                                "minute", Integer.toString(now.getMinute()),
                                "second", Integer.toString(now.getSecond()))));
    }

    static FccRequest startReplenishment() {
        return plain("StartReplenishmentFromEntrance");
    }

    static FccRequest endReplenishment() {
        return plain("EndReplenishmentFromEntrance");
    }

    static FccRequest cancelReplenishment() {
        return plain("ReplenishmentFromEntranceCancel");
    }

    String answeredBy() {
        return name + "Response";
    }

    /// The request as it is sent.
    ///
    /// @param session empty where the machine has no sessions
    Node dressed(String sequence, Optional<String> session) {
        var all = new ArrayList<Node>();
        all.add(Node.text("Id", WHO));
        all.add(Node.text("SeqNo", sequence));
        session.ifPresent(id -> all.add(Node.text("SessionID", id)));
        all.addAll(body);
        return new Node(name + "Request", Map.of(), all, "");
    }

    private static FccRequest plain(String name, Node... body) {
        return new FccRequest(name, name + "Operation", Arrays.asList(body));
    }

    private static Node option(int type) {
        return type("Option", type);
    }

    private static Node type(String name, int type) {
        return Node.of(name, Map.of("type", Integer.toString(type)));
    }
}
