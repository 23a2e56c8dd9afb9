package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses the libraries that webp-imageio contains for every platform. */
class PlatformTest {
    @TempDir
    Path folder;

    @Test
    void aLibraryForLinuxOnX86_64_isReadAndRunsOnLambda() throws IOException {
        byte[] library = webp("Linux/x86_64/libwebp-imageio.so");

        Elf elf = Elf.read(library);

        assertThat(elf.is64Bit()).isTrue();
        assertThat(elf.machine()).isEqualTo(Elf.X86_64);
        assertThat(elf.neededVersions()).contains("GLIBC_2.2.5").allMatch(version -> version.startsWith("GLIBC_2."));
        Files.write(folder.resolve("lib.so"), library);
        assertThatCode(() -> Platform.check(folder)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Linux/aarch64/libwebp-imageio.so",
                "Linux/armv7/libwebp-imageio.so",
                "Linux/ppc64/libwebp-imageio.so",
                "Linux/x86/libwebp-imageio.so"
            })
    void aLibraryForAnotherMachine_isRefused(String name) throws IOException {
        Files.write(folder.resolve("lib.so"), webp(name));

        assertThatThrownBy(() -> Platform.check(folder))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("lib.so is not for x86-64");
    }

    @Test
    void aLibraryForMacOs_isRefused() throws IOException {
        Files.write(folder.resolve("lib.dylib"), webp("Mac/x86_64/libwebp-imageio.dylib"));
        Files.write(folder.resolve("lib.so"), webp("Linux/x86_64/libwebp-imageio.so"));

        assertThatThrownBy(() -> Platform.check(folder)).hasMessageContaining("lib.dylib is not an ELF library");
    }

    @Test
    void aFolderWithoutNativeCode_isRefused() {
        assertThatThrownBy(() -> Platform.check(folder)).hasMessageContaining("there is none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GLIBC_2.35", "GLIBC_2.38", "GLIBC_3.0", "GLIBC_ABI_DT_RELR", "GLIBC_PRIVATE"})
    void aSymbolThatAmazonLinux2023LacksOrDoesNotExport_isRefused(String version) {
        Elf elf = new Elf(true, Elf.X86_64, List.of("GLIBC_2.17", version));

        assertThat(Platform.complaints(elf)).containsExactly("needs " + version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GLIBC_2.34", "GLIBC_2.2.5", "GLIBC_2.3.4", "GCC_3.0", "CXXABI_1.3"})
    void anExportedSymbol_isAccepted(String version) {
        assertThat(Platform.complaints(new Elf(true, Elf.X86_64, List.of(version))))
                .isEmpty();
    }

    @Test
    void versionsInSeveralLibraries_areAllFound() throws IOException {
        Path jvm = Path.of(System.getProperty("java.home"), "lib", "server", "libjvm.so");

        assertThat(Elf.read(Files.readAllBytes(jvm)).neededVersions()).contains("GLIBC_2.2.5", "GLIBC_2.3.4");
    }

    private static byte[] webp(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PlatformTest.class.getResourceAsStream("/native/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
