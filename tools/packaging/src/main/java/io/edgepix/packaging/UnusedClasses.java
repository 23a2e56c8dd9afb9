package io.edgepix.packaging;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The JDK's classes and resources that no picture needs: windows, sound, printing, fonts, and their implementations.
 */
final class UnusedClasses {
    private static final List<String> DESKTOP = List.of(
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

    private static final List<String> XML = List.of("com/sun/org/apache/xalan/", "com/sun/org/apache/bcel/");

    private UnusedClasses() {}

    /**
     * Returns their names for jlink. One file of each package is kept, since a module must contain the packages of its
     * descriptor.
     */
    static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        add("java.desktop", DESKTOP, names);
        add("java.xml", XML, names);
        return names;
    }

    private static void add(String module, List<String> folders, List<String> names) throws IOException {
        ModuleReference reference = ModuleFinder.ofSystem()
                .find(module)
                .orElseThrow(() -> new PackagingException("this JDK has no module " + module));
        Set<String> kept = new LinkedHashSet<>();
        try (ModuleReader reader = reference.open();
                Stream<String> all = reader.list()) {
            all.sorted()
                    .filter(name -> folders.stream().anyMatch(name::startsWith))
                    .filter(name -> !name.endsWith("/"))
                    .filter(name -> !kept.add(name.substring(0, name.lastIndexOf('/'))))
                    .forEach(name -> names.add("/" + module + "/" + name));
        }
    }
}
