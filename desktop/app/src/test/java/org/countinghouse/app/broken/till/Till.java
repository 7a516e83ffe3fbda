package org.countinghouse.app.broken.till;

public final class Till {}
