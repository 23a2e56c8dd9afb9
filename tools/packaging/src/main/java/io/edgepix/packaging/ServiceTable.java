package io.edgepix.packaging;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The table of some 300 AWS services that the SDK fills when a client is made, a class each, which is a tenth of a cold
 * start. One of them is ours.
 */
final class ServiceTable {
    /** The class that fills it, by one statement: a chain of {@code put("name", new NameServiceMetadata())}. */
    static final String CLASS = "software/amazon/awssdk/regions/GeneratedServiceMetadataProvider.class";

    private ServiceTable() {}

    /**
     * The same class with one service in the table.
     *
     * @throws PackagingException if that service is not put there exactly once
     */
    static byte[] only(String service, byte[] original) {
        AtomicInteger left = new AtomicInteger();
        ClassFile classFile = ClassFile.of();
        ClassModel model = classFile.parse(original);
        byte[] smaller = classFile.transformClass(
                model,
                ClassTransform.transformingMethods(
                        method -> method.methodName().equalsString("<clinit>"), (builder, element) -> {
                            if (element instanceof CodeModel code) {
                                builder.withCode(to -> left.set(copy(service, code, to)));
                            } else {
                                builder.with(element);
                            }
                        }));
        if (left.get() != 1) {
            throw new PackagingException(CLASS + " puts " + service + " " + left.get() + " times");
        }
        return smaller;
    }

    /** Copies the code without what is between another service's name and its put; returns how many puts are left. */
    private static int copy(String service, CodeModel code, CodeBuilder to) {
        boolean wanted = true;
        int left = 0;
        for (CodeElement element : code) {
            if (element instanceof ConstantInstruction.LoadConstantInstruction load) {
                wanted = load.constantValue().equals(service);
            }
            if (wanted) {
                to.with(element);
            }
            if (element instanceof InvokeInstruction call && call.name().equalsString("put")) {
                left += wanted ? 1 : 0;
                wanted = true;
            }
        }
        return left;
    }
}
