package org.countinghouse.device.spi;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;

/// One cash machine, as its protocol speaks of it. It translates and decides nothing: whether something
/// may be sent, what a silence means and what is written down is decided by whoever calls.
///
/// All calls but [#close] come from one thread, one at a time. Every [IOException] means "the link is
/// dead, nobody knows what became of the last command"; the next call is [#greet]. A protocol may
/// repeat a frame by its own rules only where the machine provably executes it once (the same sequence
/// bit within one connection); it never sends a money command anew.
public interface MoneyProtocol extends AutoCloseable {
    String name();

    /// Lays a new cable and greets: a new epoch. What an older connection still says is dropped.
    ///
    /// @param limit the longest this may take
    Greeting greet(Duration limit) throws IOException;

    /// Looks. Takes in waiting events on the way, so that alarms are new.
    Sight look() throws IOException;

    /// Sends the one command that starts an intent, and waits for the machine's answer to it, at most
    /// `limit`.
    ///
    /// @param baseline what was seen just before
    /// @param keep is told the machine's own number for this transaction as soon as it is known; it is
    ///        durable when the call returns. A protocol whose machine waits for a confirmation confirms
    ///        after that
    Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException;

    /// What happened since the last call; waits at most `limit` for something.
    Progress follow(Duration limit) throws IOException;

    /// Ends a deposit: shuts the mouth and keeps what came, or gives it back. [#follow] then tells how
    /// it ended; after a break, [#testify], which is asked first. Gives back only where
    /// [Greeting#returnsDeposits]; otherwise it keeps, and the caller pays. Doing it again changes
    /// nothing.
    void finish(boolean giveBack, Duration limit) throws IOException;

    /// Asks the machine to stop what it does. What has moved, has moved; [#follow] tells.
    void halt(Duration limit) throws IOException;

    /// What the machine itself knows of an intent that was sent, in this connection or an older one.
    /// Moves nothing, and sends nothing that could.
    ///
    /// @param baseline what was seen just before it was sent
    /// @param reference what `keep` was told, if anything
    /// @param sameEpoch whether the connection it was sent on never broke
    Testimony testify(Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit)
            throws IOException;

    /// Cuts the cable; may come from any thread, and makes a running call fail soon.
    @Override
    void close();

    /// Who is there.
    ///
    /// @param model maker, model and firmware, in words
    /// @param serial the machine's serial number; empty when it has none
    /// @param slots what it knows: a currency's notes and coins
    /// @param paysByAmount whether it can choose pieces itself
    /// @param returnsDeposits whether it gives an open deposit back by itself
    /// @param takesCollect whether [Intent.Purpose#COLLECT] can be asked for
    record Greeting(
            String model,
            String serial,
            List<Slot> slots,
            boolean paysByAmount,
            boolean returnsDeposits,
            boolean takesCollect) {
        public Greeting {
            slots = List.copyOf(slots);
        }
    }

    /// @param note whether it is a note rather than a coin
    /// @param pays whether it can be paid out, not only taken
    record Slot(Denomination denomination, boolean note, boolean pays) {}

    /// The machine's answer to the command.
    sealed interface Begun {
        record Accepted() implements Begun {}

        /// Provably nothing moved and nothing will.
        ///
        /// @param fault in the shop's words: `BUSY`, `JAMMED`, `REFUSED`
        record Refused(DeviceFault fault, String words) implements Begun {}

        /// It cannot pay this: too little, or not these pieces. Provably nothing moved.
        record NotEnough(String words) implements Begun {}

        /// No answer within the limit, and the connection itself is whole: it never broke and cannot
        /// bring the answer to another question later.
        record Silence(String words) implements Begun {}
    }

    /// How it goes on.
    sealed interface Progress {
        /// Nothing new; not even a sign that it moves.
        record Quiet() implements Progress {}

        /// @param soFar the running total since [#begin], never a difference
        /// @param held whether a note lies in the bezel, pushed out and not taken yet
        record Moving(Cash soFar, boolean held) implements Progress {}

        /// It is over, and the machine says so.
        ///
        /// @param moved paid out, collected, or taken and kept
        /// @param returned of a deposit: given back
        /// @param fault why it stopped before its end; empty when nothing was wrong
        record Ended(Cash moved, Cash returned, Optional<DeviceFault> fault, boolean held, String words)
                implements Progress {}

        /// It is over, and the machine does not say what moved; waiting longer would not tell.
        record Unclear(String words) implements Progress {}
    }

    /// What the machine knows of an intent.
    sealed interface Testimony {
        /// It is over, and this is what moved.
        ///
        /// @param evidence in words: which record, counter or event says so
        record Knows(Cash moved, Cash returned, boolean held, Evidence by, String evidence) implements Testimony {}

        /// It is still at it.
        record StillMoving(Cash soFar) implements Testimony {}

        /// Its own record or counter proves that it never took the command.
        record NeverHeard(Evidence by, String evidence) implements Testimony {}

        /// It keeps no record that would tell.
        record Silent(String why) implements Testimony {}

        /// What it says cannot be: a counter that jumped by two, another host's transaction.
        record Contradicts(String why) implements Testimony {}
    }

    /// What a statement about moved money rests on, strongest first (reference, 7.3).
    enum Evidence {
        /// The machine said so in the same connection, in answer to the command.
        ANSWER,
        /// The machine's own record of the transaction.
        RECORD,
        /// Counters that outlive a loss of power.
        COUNTERS,
        /// Events it kept until they were acknowledged.
        EVENTS,
        /// What is inside now, and was before.
        INVENTORY,
        /// A person counted.
        PERSON
    }
}
