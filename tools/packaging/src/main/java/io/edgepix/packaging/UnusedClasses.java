package io.edgepix.packaging;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JDK's classes and resources that no picture needs: windows, sound, printing, fonts, and their implementations,
 * readers of XML, charsets of Asian languages, and translations.
 */
final class UnusedClasses {
    private static final List<String> BASE = List.of(
            "java/lang/uniName.dat",
            "sun/launcher/resources/launcher_",
            "sun/nio/cs/Big5",
            "sun/nio/cs/EUC_",
            "sun/nio/cs/GB18030",
            "sun/nio/cs/GBK",
            "sun/nio/cs/HKSCS",
            "sun/nio/cs/JIS_",
            "sun/nio/cs/Johab",
            "sun/nio/cs/MS932",
            "sun/nio/cs/SJIS",
            "sun/security/tools/",
            "sun/security/util/resources/auth_",
            "sun/security/util/resources/security_");

    private static final List<String> DESKTOP = List.of(
            "java/applet/",
            "java/awt/doc-files/",
            "com/sun/swing/",
            "sun/java2d/opengl/",
            "sun/java2d/x11/",
            "sun/java2d/xr/",
            "javax/swing/",
            "com/sun/java/swing/",
            "com/sun/java/accessibility/",
            "com/sun/media/sound/",
            "com/sun/beans/",
            "javax/sound/",
            "javax/print/",
            "sun/swing/",
            "sun/print/",
            "sun/font/",
            "sun/awt/X11/",
            "sun/awt/screencast/");

    /** ImageIO uses the types of DOM for metadata, and nothing reads XML. */
    private static final List<String> XML = List.of(
            "com/sun/java_cup/",
            "com/sun/org/apache/",
            "com/sun/xml/internal/",
            "javax/xml/catalog/",
            "javax/xml/transform/",
            "javax/xml/validation/",
            "javax/xml/xpath/",
            "jdk/xml/internal/");

    private UnusedClasses() {}

    /**
     * Returns their names for jlink. If nothing of a package would be left, one file is kept, since a module must
     * contain the packages of its descriptor.
     */
    static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        add("java.base", BASE, names);
        add("java.desktop", DESKTOP, names);
        add("java.xml", XML, names);
        return names;
    }

    private static void add(String module, List<String> prefixes, List<String> names) throws IOException {
        ModuleReference reference = ModuleFinder.ofSystem()
                .find(module)
                .orElseThrow(() -> new PackagingException("this JDK has no module " + module));
        List<String> files;
        try (ModuleReader reader = reference.open();
                Stream<String> all = reader.list()) {
            files = all.sorted().filter(name -> !name.endsWith("/")).toList();
        }
        Predicate<String> unused = name -> prefixes.stream().anyMatch(name::startsWith);
        Set<String> kept = files.stream()
                .filter(unused.negate())
                .map(UnusedClasses::folder)
                .collect(Collectors.toSet());
        files.stream()
                .filter(unused)
                .filter(name -> !kept.add(folder(name)))
                .forEach(name -> names.add("/" + module + "/" + name));
    }

    private static String folder(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}
