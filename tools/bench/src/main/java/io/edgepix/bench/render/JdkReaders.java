package io.edgepix.bench.render;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** The JDK's own image readers, as programs without edgepix use them. */
final class JdkReaders {
    private static final String JDK = "com.sun.imageio.";

    private JdkReaders() {}

    /** Orders the JDK's readers before those of libraries, for lookups by format or by bytes. */
    static void prefer() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        List<ImageReaderSpi> all = new ArrayList<>();
        for (Iterator<ImageReaderSpi> each = registry.getServiceProviders(ImageReaderSpi.class, false);
                each.hasNext(); ) {
            all.add(each.next());
        }
        for (ImageReaderSpi first : all) {
            for (ImageReaderSpi second : all) {
                if (isOfJdk(first) && !isOfJdk(second)) {
                    registry.setOrdering(ImageReaderSpi.class, first, second);
                }
            }
        }
    }

    private static boolean isOfJdk(ImageReaderSpi provider) {
        return provider.getClass().getName().startsWith(JDK);
    }
}
