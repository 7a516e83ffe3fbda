/// Classes that break the rules of the house, for the test that must catch them. A small application of its own: two
/// tasks
/// and a shell.
package org.countinghouse.app.broken;
