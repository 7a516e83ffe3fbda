/// Random days on the true rules, with crashes and a clock somebody sets: a shop, its storage and its time, all
/// seeded. Start reading at `Schedule`; `Ways` is the table of what may happen, `Laws` what must hold whatever
/// does.
package org.countinghouse.ledger.simulation;
