package org.countinghouse.serial.glory;

import java.util.ArrayList;
import java.util.List;

/// What the machine says unasked, over the event link (IF Specification, 3.51 and 3.58).
sealed interface FccEvent {
    /// A sign of life, and no more.
    record HeartBeat() implements FccEvent {}

    /// @param amount what went in, or out, in this transaction so far; never a difference
    /// @param sequence the request it belongs to; often empty
    record StatusChanged(FccStatus status, long amount, String sequence) implements FccEvent {}

    /// All that one device has counted in this deposit so far.
    record Counted(int device, List<FccCash.Line> lines) implements FccEvent {
        public Counted {
            lines = List.copyOf(lines);
        }
    }

    /// An answer, told to everybody who listens.
    record Answered(FccReply reply) implements FccEvent {}

    /// Something lies where a hand has to take it.
    record WaitsForHand() implements FccEvent {}

    record HandCame() implements FccEvent {}

    /// Something a person should look at.
    record Trouble(String words) implements FccEvent {}

    record Other(String name) implements FccEvent {}

    /// The events in one frame.
    ///
    /// @param usual the currency of pieces that name none
    static List<FccEvent> in(String frame, String usual) throws UnreadableXml {
        var events = new ArrayList<FccEvent>();
        for (Node top : FccXml.read(frame)) {
            if (top.name().equals("BbxEventRequest")) {
                for (Node each : top.children()) {
                    events.add(of(each, usual));
                }
            } else {
                events.add(of(top, usual));
            }
        }
        return events;
    }

    private static FccEvent of(Node event, String usual) throws UnreadableXml {
        return switch (event.name()) {
            case "HeartBeatEvent" -> new HeartBeat();
            case "StatusChangeEvent" ->
                new StatusChanged(
                        FccStatus.of(FccCash.number(event.textOf("Status").orElse("-1"), -1, 99_999)),
                        FccCash.amount(event.textOf("Amount").orElse("0"), -999_999_999_999L, 999_999_999_999L),
                        event.textOf("SeqNo").orElse(""));
            case "GlyCashierEvent" -> ofDevice(event, usual);
            case "SpecialDeviceError" ->
                new Trouble("device error " + event.textOf("ErrorCode").orElse("?") + ": "
                        + event.textOf("ErrorMessage").orElse(""));
            case "IncompleteTransaction" ->
                new Trouble("the machine reports an unfinished transaction: "
                        + event.textOf("TransactionName").orElse("?") + " "
                        + event.textOf("TransactionId").orElse(""));
            default ->
                event.name().endsWith("Response") && event.attribute("result").isPresent()
                        ? new Answered(FccReply.of(event))
                        : new Other(event.name());
        };
    }

    private static FccEvent ofDevice(Node event, String usual) throws UnreadableXml {
        int device = FccCash.number(event.attribute("devid").orElse("0"), 0, 99);
        if (event.children().isEmpty()) {
            return new Other(event.name());
        }
        Node inner = event.children().getFirst();
        return switch (inner.name()) {
            case "eventDepositCountChange", "eventReplenishCountChange" ->
                new Counted(device, FccCash.linesIn(inner, usual));
            case "eventWaitForRemoving" -> new WaitsForHand();
            case "eventRemoved" -> new HandCame();
            case "eventError" ->
                new Trouble("device " + device + " error "
                        + inner.textOf("ErrorCode").orElse("?"));
            default -> new Other(inner.name());
        };
    }
}
