// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets one jar serve Camel 4.14 and its successors: a step of the build, run on the compiled URI factory.
 *
 * <p>{@code EndpointUriFactory.multiValuePrefixes()} returns the prefixes as a {@code Set} in Camel 4.14, and a {@code Map} from
 * option to prefix in 4.18. The virtual machine lets a class have both methods; the Java language doesn't.
 */
final class UriFactoryForCamel414 {

    private static final String METHOD = "multiValuePrefixes";
    private static final String RETURNS_MAP = "()Ljava/util/Map;";
    private static final String RETURNS_SET = "()Ljava/util/Set;";

    private UriFactoryForCamel414() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        ClassReader compiled = new ClassReader(Files.readAllBytes(file));
        Methods methods = new Methods();
        compiled.accept(methods, 0);
        if (!methods.returnsMap) {
            throw new IllegalStateException(
                    file + " has no multiValuePrefixes() that returns a Map: what did Camel change?");
        }
        if (!methods.returnsSet) {
            ClassWriter writer = new ClassWriter(compiled, 0);
            compiled.accept(new SecondMethod(writer, compiled.getClassName()), 0);
            Files.write(file, writer.toByteArray());
        }
    }

    /** The methods of the class. */
    private static final class Methods extends ClassVisitor {
        private boolean returnsMap;
        private boolean returnsSet;

        Methods() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            returnsMap |= name.equals(METHOD) && descriptor.equals(RETURNS_MAP);
            returnsSet |= name.equals(METHOD) && descriptor.equals(RETURNS_SET);
            return null;
        }
    }

    /** Adds {@code Set multiValuePrefixes() { return Set.copyOf(multiValuePrefixes().values()); }}. */
    private static final class SecondMethod extends ClassVisitor {
        private final String owner;

        SecondMethod(ClassVisitor next, String owner) {
            super(Opcodes.ASM9, next);
            this.owner = owner;
        }

        @Override
        public void visitEnd() {
            // Synthetic, so that compilers don't see two methods that differ in nothing but what they return.
            int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;
            MethodVisitor code = super.visitMethod(access, METHOD, RETURNS_SET, null, null);
            code.visitCode();
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, METHOD, RETURNS_MAP, false);
            code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/util/Map", "values", "()Ljava/util/Collection;", true);
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, "java/util/Set", "copyOf", "(Ljava/util/Collection;)Ljava/util/Set;", true);
            code.visitInsn(Opcodes.ARETURN);
            code.visitMaxs(1, 1);
            code.visitEnd();
            super.visitEnd();
        }
    }
}
