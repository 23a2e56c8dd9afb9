package io.edgepix.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Checks that the members of all types are in the order of docs/architecture.md. */
class MemberOrderTest {
    private static final Path ROOT = Path.of("../..");
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** The kinds of members, in their order. */
    private enum Kind {
        CONSTANT,
        NESTED_TYPE,
        FIELD,
        CONSTRUCTOR,
        METHOD
    }

    @Test
    void allTypes_haveTheirMembersInOrder() throws IOException {
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(new DiagnosticCollector<>(), null, null)) {
            assertThat(outOfOrder(files.getJavaFileObjectsFromPaths(sources()))).isEmpty();
        }
    }

    @Test
    void aMember_behindOneOfALaterKind_isFound() throws IOException {
        assertThat(outOfOrder(List.of(source("class A { static int a; class B {} int b; A() {} void c() {} }"))))
                .isEmpty();
        assertThat(outOfOrder(List.of(source("class A { void c() {} A() {} }"))))
                .containsExactly("A.java: A");
        assertThat(outOfOrder(List.of(source("class A { int b; static int a; }"))))
                .containsExactly("A.java: A");
        assertThat(outOfOrder(List.of(source("enum A { X { int b; class B {} }; }"))))
                .isEmpty();
        assertThat(outOfOrder(List.of(source("record A(int b) { class B { B() {} int c; } }"))))
                .containsExactly("A.java: B");
    }

    /** Returns the sources of all modules. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> poms = Files.walk(ROOT, 3)) {
            List<Path> sources = new ArrayList<>();
            for (Path module : poms.filter(file -> file.endsWith("pom.xml"))
                    .map(Path::getParent)
                    .toList()) {
                Path source = module.resolve("src");
                if (Files.isDirectory(source)) {
                    try (Stream<Path> files = Files.walk(source)) {
                        sources.addAll(files.filter(file -> file.toString().endsWith(".java"))
                                .toList());
                    }
                }
            }
            return sources;
        }
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("memory:///A.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static List<String> outOfOrder(Iterable<? extends JavaFileObject> sources) throws IOException {
        JavacTask task = (JavacTask)
                COMPILER.getTask(null, null, new DiagnosticCollector<>(), List.of("-proc:none"), null, sources);
        List<String> found = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            String file = String.valueOf(
                    Path.of(unit.getSourceFile().toUri().getPath()).getFileName());
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree type, Void unused) {
                    if (!type.getSimpleName().isEmpty() && !isInOrder(type)) {
                        found.add(file + ": " + type.getSimpleName());
                    }
                    return super.visitClass(type, null);
                }
            }.scan(unit, null);
        }
        return found;
    }

    private static boolean isInOrder(ClassTree type) {
        Kind last = Kind.CONSTANT;
        for (Tree member : type.getMembers()) {
            if (!isInHeader(type, member)) {
                Kind kind = kind(type, member);
                if (kind.compareTo(last) < 0) {
                    return false;
                }
                last = kind;
            }
        }
        return true;
    }

    /** Tells whether a member is a component of a record or a constant of an enum. */
    private static boolean isInHeader(ClassTree type, Tree member) {
        if (!(member instanceof VariableTree variable)) {
            return false;
        }
        boolean isStatic = variable.getModifiers().getFlags().contains(Modifier.STATIC);
        boolean isComponent = type.getKind() == Tree.Kind.RECORD && !isStatic;
        return isComponent
                || (type.getKind() == Tree.Kind.ENUM && member.toString().startsWith("/*public static final*/"));
    }

    private static Kind kind(ClassTree type, Tree member) {
        return switch (member) {
            case VariableTree variable ->
                variable.getModifiers().getFlags().contains(Modifier.STATIC) || type.getKind() == Tree.Kind.INTERFACE
                        ? Kind.CONSTANT
                        : Kind.FIELD;
            case BlockTree block -> block.isStatic() ? Kind.CONSTANT : Kind.FIELD;
            case ClassTree nested -> Kind.NESTED_TYPE;
            case MethodTree method -> method.getReturnType() == null ? Kind.CONSTRUCTOR : Kind.METHOD;
            default -> Kind.METHOD;
        };
    }
}
