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
 * The SDK's table of about 300 AWS services, with one class for each. The SDK fills it when it creates the first
 * client. This takes a tenth of a cold start, although only one service is used.
 */
final class ServiceTable {
    /** The class that fills the table in one statement: a chain of {@code put("name", new NameServiceMetadata())}. */
    static final String CLASS = "software/amazon/awssdk/regions/GeneratedServiceMetadataProvider.class";

    private ServiceTable() {}

    /**
     * Returns the class with one service in the table.
     *
     * @throws PackagingException if the class does not put that service exactly once
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

    /** Copies the code without the instructions that put other services. Returns the number of puts that are left. */
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
