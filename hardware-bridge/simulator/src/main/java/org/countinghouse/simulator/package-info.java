/// The far ends of cables, played by us: a receipt printer with a drawer, and a cash machine.
@org.jspecify.annotations.NullMarked
package org.countinghouse.simulator;
