package org.countinghouse.serial.glory;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One element of the machine's XML, without name space prefixes: some machines write `result`, others
/// `n:result`.
///
/// @param text what stands directly in it, without blanks around it
record Node(String name, Map<String, String> attributes, List<Node> children, String text) {
    Node {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    static Node text(String name, String text) {
        return new Node(name, Map.of(), List.of(), text);
    }

    static Node of(String name, Map<String, String> attributes, Node... children) {
        return new Node(name, attributes, List.of(children), "");
    }

    List<Node> all(String child) {
        return children.stream().filter(each -> each.name.equals(child)).toList();
    }

    Optional<Node> first(String child) {
        return children.stream().filter(each -> each.name.equals(child)).findFirst();
    }

    /// What stands in a child; empty when there is no such child or nothing in it.
    Optional<String> textOf(String child) {
        return first(child).map(Node::text).filter(text -> !text.isEmpty());
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }
}
