package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The zips that the other tests are about, made as {@code ./dev package} makes them. */
class MakingPackagedTest {
    @Test
    void theCommand_makesBothZipsAndTheirTemplateFromWhatIsBuilt() {
        int status = Packager.commandLine()
                .execute("--root", "..", "--output", Dist.folder().toString());

        assertThat(status).isZero();
        assertThat(Dist.viewerRequest()).isNotEmptyFile();
        assertThat(Dist.originResponse()).isNotEmptyFile();
        assertThat(Dist.folder().resolve("template.yaml")).isNotEmptyFile();
    }
}
