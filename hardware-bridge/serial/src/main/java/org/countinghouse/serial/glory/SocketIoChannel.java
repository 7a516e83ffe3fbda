package org.countinghouse.serial.glory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.countinghouse.serial.network.JsonText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The machine's socket.io port: requests go out as the event `xml send`, answers and events come back
/// as messages of bytes, all over one connection (decision 0043). An answer is ours by its name and
/// its number; what is nobody's is told as an event, as over the event link.
final class SocketIoChannel implements FccChannel, SocketIoLine.Ear {
    private static final Logger LOG = LoggerFactory.getLogger(SocketIoChannel.class);
    private static final NodeText WRITER = new NodeText("");
    private static final String OPEN = "Open";

    private final GlorySettings settings;
    private final Inbox inbox = new Inbox();
    /// Whose packet may have left, and whose answer has not come.
    private final Set<FccCall> open = ConcurrentHashMap.newKeySet();

    private final SocketIoLine line;
    private volatile Optional<Opening> opening = Optional.empty();

    /// Begins to connect.
    SocketIoChannel(GlorySettings settings, GloryTimings timings) {
        this.settings = settings;
        line = SocketIoLine.to(settings, timings, this);
    }

    private record Opening(FccCall call, OpeningTalk talk) {}

    @Override
    public FccCall send(FccRequest request, String sequence, Optional<String> session, Duration limit) {
        var call = new FccCall(request, sequence, new CompletableFuture<>());
        call.answer().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).whenComplete((_, _) -> {
            open.remove(call);
            inbox.poke();
        });
        if (request.name().equals(OPEN)) {
            var talk = new OpeningTalk(settings);
            opening = Optional.of(new Opening(call, talk));
            say(call, talk.begin().packet());
        } else {
            say(call, packet(request.dressed(sequence, session)));
        }
        return call;
    }

    @Override
    public Inbox inbox() {
        return inbox;
    }

    @Override
    public Optional<Door> door() {
        return Optional.empty();
    }

    @Override
    public boolean hearsEvents() {
        return line.isUp();
    }

    @Override
    public void close() {
        line.close();
        open.forEach(FccCall::abandon);
        inbox.poke();
    }

    @Override
    public void heard(SocketIoPacket.Event event) {
        opening.ifPresent(now -> {
            switch (now.talk().hears(event)) {
                case OpeningTalk.Next.Say(var packet) -> say(now.call(), packet);
                case OpeningTalk.Next.Over(var result, var session) -> {
                    opening = Optional.empty();
                    now.call().answer().complete(opened(now.call(), result, session));
                }
                case OpeningTalk.Next.Wait _ -> {}
            }
        });
    }

    /// Each message is whole; it may hold several frames, and need not end with NUL.
    @Override
    public void heard(byte[] message) {
        var splitter = new FrameSplitter();
        Stream.concat(splitter.take(message, message.length).stream(), splitter.take(new byte[1], 1).stream())
                .forEach(this::hear);
    }

    @Override
    public void ended(IOException why) {
        open.forEach(call -> call.answer().completeExceptionally(why));
        inbox.poke();
    }

    private void hear(String frame) {
        try {
            for (FccEvent event : FccEvent.in(frame, settings.currency())) {
                if (!(event instanceof FccEvent.HeartBeat) && !isAnswer(event)) {
                    inbox.put(event);
                }
            }
        } catch (UnreadableXml e) {
            LOG.debug("{}: something that cannot be read: {}", settings.name(), e.getMessage());
        }
    }

    private boolean isAnswer(FccEvent event) {
        if (!(event instanceof FccEvent.Answered(var reply))) {
            return false;
        }
        var asked = open.stream().filter(call -> call.isAnsweredBy(reply)).findFirst();
        asked.ifPresent(call -> call.answer().complete(reply));
        return asked.isPresent();
    }

    /// What nobody waits for any more is not sent: nobody would know of a command that left late.
    private void say(FccCall call, String packet) {
        line.send(() -> {
                    open.add(call);
                    return call.isOver() ? Optional.empty() : Optional.of(packet);
                })
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        call.answer().completeExceptionally(cause(failure));
                    }
                    if (call.isOver()) {
                        open.remove(call);
                    }
                });
    }

    /// What goes over the wire for a request.
    static String packet(Node request) {
        var text = new StringBuilder();
        WRITER.write(request, text);
        return SocketIoPacket.event(
                "xml send", JsonText.newList().stringNode(text.append('\0').toString()));
    }

    private static FccReply opened(FccCall call, FccResult result, String session) {
        var body = new Node(
                call.request().answeredBy(),
                Map.of("result", Integer.toString(result.code())),
                List.of(Node.text("SeqNo", call.sequence()), Node.text("SessionID", session)),
                "");
        return new FccReply(body.name(), result.code(), call.sequence(), body);
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
