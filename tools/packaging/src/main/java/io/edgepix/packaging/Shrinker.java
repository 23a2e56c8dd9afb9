package io.edgepix.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import proguard.Configuration;
import proguard.ConfigurationParser;
import proguard.ProGuard;

/**
 * Drops classes, methods and fields that the program never reaches, and data for debuggers. Most of the SDK serves
 * requests that edgepix does not send. Nothing is renamed or rewritten.
 */
final class Shrinker {
    /**
     * Keeps codecs, and classes that Gson fills, since they are found by name. Missing optional parts cause no warning.
     * Purging, snapshots and the SDK's full client of S3 are not part of the function.
     */
    private static final String RULES = """
            -dontoptimize
            -dontnote
            -dontwarn
            -forceprocessing
            -keepnames class ** { *; }
            -keepattributes Signature,InnerClasses,EnclosingMethod,*Annotation*,Exceptions,Record,PermittedSubclasses,NestHost,NestMembers
            -keep class !io.edgepix.derivation.purge.**,!io.edgepix.derivation.snapshot.**,!io.edgepix.derivation.store.**,io.edgepix.** { *; }
            -keep class com.twelvemonkeys.** { *; }
            -keep class com.luciad.** { *; }
            -keep class com.amazonaws.services.lambda.runtime.events.CloudFrontEvent* { *; }
            -keepclassmembers enum * {
              public static **[] values();
              public static ** valueOf(java.lang.String);
            }
            """;

    private Shrinker() {}

    /**
     * Writes a smaller jar. The same input always results in the same classes.
     *
     * @param library a jar of the classes that the program uses
     */
    static void shrink(Path program, Path library, Path smaller) throws IOException {
        List<String> words = new ArrayList<>(List.of("-injars", program.toString()));
        words.addAll(List.of("-outjars", smaller.toString(), "-libraryjars", library.toString()));
        words.addAll(RULES.strip().lines().toList());
        Configuration configuration = new Configuration();
        try (ConfigurationParser parser = new ConfigurationParser(words.toArray(String[]::new), new Properties())) {
            parser.parse(configuration);
            new ProGuard(configuration).execute();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new PackagingException("the program cannot be shrunk: " + e.getMessage(), e);
        }
    }
}
