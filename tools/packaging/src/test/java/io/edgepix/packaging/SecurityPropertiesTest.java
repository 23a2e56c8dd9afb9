package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses the security properties of the JDK of the test. */
class SecurityPropertiesTest {
    @TempDir
    Path folder;

    @Test
    void ofAllProperties_onlyProvidersAreRemoved() throws IOException {
        Path original = Path.of(System.getProperty("java.home"), "conf/security/java.security");
        Path file = Files.copy(original, folder.resolve("java.security"));

        SecurityProperties.keepUsed(file);

        Properties expected = read(original);
        expected.keySet().removeIf(name -> name.toString().matches("security\\.provider\\.([6-9]|\\d\\d)"));
        assertThat(read(file))
                .isEqualTo(expected)
                .containsEntry("security.provider.5", "SunJCE")
                .doesNotContainKey("security.provider.6");
        assertThat(file).content().doesNotContain("\n#");
    }

    @Test
    void aFileWithOtherProvidersFirst_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("java.security"), "security.provider.1=SunEC\n");

        assertThatThrownBy(() -> SecurityProperties.keepUsed(file))
                .isInstanceOf(PackagingException.class)
                .hasMessageEndingWith("first, got [SunEC]");
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
