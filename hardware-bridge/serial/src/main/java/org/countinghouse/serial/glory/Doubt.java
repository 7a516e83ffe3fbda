package org.countinghouse.serial.glory;

/// An answer that came and that what is inside did not bear out. It outlives its connection, and is
/// looked at once more when somebody asks what became of the payout.
record Doubt(Payout payout, FccReply reply) {}
