package org.countinghouse.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the instructions themselves: a `double` in the middle of a method shows in no signature.
final class FloatingPointFree extends ArchCondition<JavaClass> {
    private static final Set<TypeKind> FLOATING = Set.of(TypeKind.FLOAT, TypeKind.DOUBLE);
    private static final Set<String> BOXED = Set.of("java.lang.Double", "java.lang.Float");

    FloatingPointFree() {
        super("calculate without double and float");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> BOXED.contains(dependency.getTargetClass().getName()))
                .forEach(dependency -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
        var model = read(type);
        model.fields().stream()
                .filter(field -> FLOATING.contains(TypeKind.from(field.fieldTypeSymbol())))
                .forEach(field -> violated(events, type, field.fieldName().stringValue()));
        model.methods().stream()
                .filter(FloatingPointFree::floats)
                .forEach(method -> violated(events, type, method.methodName().stringValue()));
    }

    private static void violated(ConditionEvents events, JavaClass type, String member) {
        events.add(SimpleConditionEvent.violated(type, type.getName() + "." + member + " uses floating point"));
    }

    private static boolean floats(MethodModel method) {
        var symbol = method.methodTypeSymbol();
        var signature = Stream.concat(Stream.of(symbol.returnType()), symbol.parameterList().stream())
                .map(TypeKind::from);
        var body = method.code().stream().flatMap(code -> code.elementStream()).flatMap(FloatingPointFree::kinds);
        return Stream.concat(signature, body).anyMatch(FLOATING::contains);
    }

    private static Stream<TypeKind> kinds(CodeElement element) {
        return switch (element) {
            case LoadInstruction load -> Stream.of(load.typeKind());
            case StoreInstruction store -> Stream.of(store.typeKind());
            case OperatorInstruction operator -> Stream.of(operator.typeKind());
            case ConvertInstruction convert -> Stream.of(convert.fromType(), convert.toType());
            case ConstantInstruction constant -> Stream.of(constant.typeKind());
            case ReturnInstruction result -> Stream.of(result.typeKind());
            default -> Stream.empty();
        };
    }

    private static ClassModel read(JavaClass type) {
        var source = type.getSource().orElseThrow().getUri();
        try (var in = source.toURL().openStream()) {
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
