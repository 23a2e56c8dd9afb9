package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localedge.cache.Invalidation;
import org.junit.jupiter.api.Test;

class PathInvalidationTest {
    @Test
    void tag_afterAHash_matchesNoPath() {
        Invalidation invalidation = PathInvalidation.of("#abc");

        assertThat(invalidation.tag()).isEqualTo("abc");
        assertThat(invalidation.paths()).rejects("/abc", "/#abc");
    }

    @Test
    void path_matchesTheSameKeyInAnyEncoding() {
        Invalidation invalidation = PathInvalidation.of("/a%20b/%e7%8c%ab.jpg");

        assertThat(invalidation.tag()).isNull();
        assertThat(invalidation.paths())
                .accepts("/a%20b/%E7%8C%AB.jpg", "/a+b/%E7%8C%AB.jpg")
                .rejects("/a%20b/", "/a%20b/%E7%8C%AB.jpg2");
    }

    @Test
    void path_withAWildcard_matchesThePrefix() {
        assertThat(PathInvalidation.of("/a%20b/*").paths())
                .accepts("/a%20b/c.jpg", "/a%20b/")
                .rejects("/a%20b", "/b/a%20b/c.jpg");
        assertThat(PathInvalidation.of("/*").paths()).accepts("/", "/a.jpg");
    }

    @Test
    void path_thatIsNotUtf8_matchesNothing() {
        assertThat(PathInvalidation.of("/%ff").paths()).rejects("/%ff", "/");
    }
}
