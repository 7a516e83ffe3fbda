package org.countinghouse.device;

/// Where a printed text stands on the paper.
public enum Align {
    LEFT,
    CENTRE,
    RIGHT
}
