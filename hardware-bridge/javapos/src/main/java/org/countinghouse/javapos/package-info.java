/// Devices through JavaPOS, and our own JavaPOS services. The only place that knows `jpos`.
@org.jspecify.annotations.NullMarked
package org.countinghouse.javapos;
