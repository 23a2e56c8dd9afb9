package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.regions.ServiceMetadataProvider;

class ServiceTableTest {
    private static final String CLASS_NAME =
            ServiceTable.CLASS.replace(".class", "").replace('/', '.');

    @Test
    void ofOneService_knowsItAsBeforeAndNoOther() throws Exception {
        ServiceMetadataProvider table = load(ServiceTable.only("s3", original()));

        ServiceMetadata s3 = table.serviceMetadata("s3");
        assertThat(s3.endpointFor(Region.EU_WEST_1))
                .isEqualTo(ServiceMetadata.of("s3").endpointFor(Region.EU_WEST_1));
        assertThat(s3.signingRegion(Region.EU_WEST_1)).isEqualTo(Region.EU_WEST_1);
        assertThat(table.serviceMetadata("sqs")).isNull();
    }

    @Test
    void ofAServiceThatIsNotThere_isRefused() throws IOException {
        byte[] original = original();

        assertThatThrownBy(() -> ServiceTable.only("s33", original))
                .isInstanceOf(PackagingException.class)
                .hasMessageEndingWith("puts s33 0 times");
    }

    private static byte[] original() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ServiceMetadata.class.getClassLoader().getResourceAsStream(ServiceTable.CLASS))) {
            return in.readAllBytes();
        }
    }

    private static ServiceMetadataProvider load(byte[] table) throws ReflectiveOperationException {
        ClassLoader loader = new ClassLoader(ServiceMetadata.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                return name.equals(CLASS_NAME)
                        ? defineClass(name, table, 0, table.length)
                        : super.loadClass(name, resolve);
            }
        };
        return (ServiceMetadataProvider)
                loader.loadClass(CLASS_NAME).getConstructor().newInstance();
    }
}
