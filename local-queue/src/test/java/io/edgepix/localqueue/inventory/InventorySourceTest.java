package io.edgepix.localqueue.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.pregenerate.bulk.SourceKey;
import io.edgepix.pregenerate.listing.OriginalKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventorySourceTest {
    @TempDir
    private Path folder;

    private InventoryFixture inventory;

    @BeforeEach
    void setUp() throws IOException {
        inventory = new InventoryFixture(folder);
    }

    private static String row(String key) {
        return "\"pictures\",\"" + key + "\",\"\",\"true\",\"false\",\"10\"";
    }

    private InventorySource open(Path manifest, String prefix) {
        return new InventorySource(
                new LocalInventoryFiles(manifest),
                InventoryFixture.BUCKET,
                OriginalKeys.of(prefix, ConfigReader.defaults()),
                _ -> Set.of("368x/webp/"));
    }

    private static List<String> keys(Iterator<SourceKey> source) {
        List<String> keys = new ArrayList<>();
        source.forEachRemaining(key -> keys.add(key.key()));
        return keys;
    }

    private List<String> keys(Path manifest) {
        return keys(open(manifest, "").after(""));
    }

    @Test
    void csv_encodedKeys_areDecoded() throws IOException {
        inventory.csv("a.csv.gz", row("a+b%2Bc%22%C3%A9/d.jpg"), row("e%20f.jpg"));
        assertThat(keys(inventory.manifest("CSV"))).containsExactly("a b+c\"é/d.jpg", "e f.jpg");
    }

    @Test
    void csv_otherVersionsAndDerivatives_areLeftOut() throws IOException {
        inventory.csv(
                "a.csv.gz",
                row("a.jpg"),
                "\"pictures\",\"a.jpg\",\"v1\",\"false\",\"false\",\"10\"",
                "\"pictures\",\"gone.jpg\",\"v1\",\"true\",\"true\",\"\"",
                row("368x/webp/a.jpg"),
                row(".edgepix/jobs/1/job.json"));
        assertThat(keys(inventory.manifest("CSV"))).containsExactly("a.jpg");
    }

    @Test
    void csv_prefix_limitsKeys() throws IOException {
        inventory.csv("a.csv.gz", row("a/1.jpg"), row("b/1.jpg"));
        assertThat(keys(open(inventory.manifest("CSV"), "b/").after(""))).containsExactly("b/1.jpg");
    }

    @Test
    void after_eachPosition_continuesWithTheNextKey() throws IOException {
        inventory
                .csv("a.csv.gz", row("z.jpg"), row("368x/webp/z.jpg"), row("a.jpg"))
                .csv("b.csv.gz", row("m.jpg"), row("c.jpg"));
        InventorySource source = open(inventory.manifest("CSV"), "");
        List<SourceKey> all = new ArrayList<>();
        source.after("").forEachRemaining(all::add);
        assertThat(all).extracting(SourceKey::key).containsExactly("z.jpg", "a.jpg", "m.jpg", "c.jpg");
        for (int i = 0; i < all.size(); i++) {
            assertThat(source.after(all.get(i).position()))
                    .toIterable()
                    .containsExactlyElementsOf(all.subList(i + 1, all.size()));
        }
    }

    @Test
    void csv_cutShort_doesNotHaveTheChecksum() throws IOException {
        inventory.csv("a.csv.gz", row("a.jpg")).csv("b.csv.gz", row("b.jpg"), row("c.jpg"));
        cut(inventory.file("b.csv.gz"));
        Iterator<SourceKey> source = open(inventory.manifest("CSV"), "").after("");
        assertThat(source.next().key()).isEqualTo("a.jpg");
        assertThatThrownBy(source::hasNext)
                .hasMessageContaining("prefix/pictures/daily/data/b.csv.gz: expected the MD5 checksum ")
                .hasMessageContaining("the file is cut short or was replaced");
    }

    @Test
    void csv_cutShortWithoutChecksum_namesFileAndLine() throws IOException {
        Random random = new Random(1);
        String[] rows = IntStream.range(0, 5000)
                .mapToObj(_ -> row(Long.toString(random.nextLong(), 36)))
                .toArray(String[]::new);
        inventory.csv("a.csv.gz", rows).withoutChecksums();
        cut(inventory.file("a.csv.gz"));
        Path manifest = inventory.manifest("CSV");
        assertThatThrownBy(() -> keys(manifest))
                .hasMessageMatching(
                        "prefix/pictures/daily/data/a.csv.gz, line \\d{3,}: expected a complete CSV in gzip,"
                                + " got an error: .*");
    }

    private static void cut(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    }

    @Test
    void csv_rowWithMissingColumns_namesTheLine() throws IOException {
        inventory.csv("a.csv.gz", row("a.jpg"), "\"pictures\",\"b.jpg\"");
        Path manifest = inventory.manifest("CSV");
        assertThatThrownBy(() -> keys(manifest))
                .hasMessage("prefix/pictures/daily/data/a.csv.gz, line 2: expected 6 columns, got 2; the file is cut"
                        + " short");
    }

    @Test
    void csv_keyThatIsNotEncoded_namesTheLine() throws IOException {
        inventory.csv("a.csv.gz", row("100%.jpg"));
        Path manifest = inventory.manifest("CSV");
        assertThatThrownBy(() -> keys(manifest))
                .hasMessage(
                        "prefix/pictures/daily/data/a.csv.gz, line 1: expected a URL-encoded key, got \"100%.jpg\"");
    }

    @Test
    void parquet_currentRows_areRead() throws IOException {
        inventory.parquet(
                "a.parquet",
                List.of(
                        new InventoryFixture.Row("a b+c%.jpg", true, false),
                        new InventoryFixture.Row("old.jpg", false, false),
                        new InventoryFixture.Row("gone.jpg", true, true),
                        new InventoryFixture.Row("368x/webp/a.jpg", true, false),
                        new InventoryFixture.Row("z.jpg", true, false)));
        assertThat(keys(inventory.manifest("Parquet"))).containsExactly("a b+c%.jpg", "z.jpg");
    }

    @Test
    void parquet_cutShort_namesTheFile() throws IOException {
        inventory
                .parquet("a.parquet", List.of(new InventoryFixture.Row("a.jpg", true, false)))
                .withoutChecksums();
        cut(inventory.file("a.parquet"));
        Path manifest = inventory.manifest("Parquet");
        assertThatThrownBy(() -> keys(manifest))
                .hasMessageContaining("data/a.parquet, row 1: expected a complete Parquet file, got an error: ");
    }

    @Test
    void orc_isRefusedWithTheFormatsThatAreRead() throws IOException {
        Path manifest = inventory.manifest("ORC");
        assertThatThrownBy(() -> open(manifest, ""))
                .hasMessageContaining("manifest.json: fileFormat: expected CSV or Parquet, got ORC");
    }

    @Test
    void manifest_ofAnotherBucket_isRefused() throws IOException {
        Path manifest = inventory.manifest("CSV");
        assertThatThrownBy(() -> new InventorySource(
                        new LocalInventoryFiles(manifest),
                        "other",
                        OriginalKeys.of("", ConfigReader.defaults()),
                        _ -> Set.of()))
                .hasMessageContaining("sourceBucket: expected other, got pictures");
    }

    @Test
    void manifest_thatIsNone_isRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"files\": 3}");
        assertThatThrownBy(() -> open(other, "")).hasMessageContaining("expected the manifest.json of an S3 Inventory");
        Path none = folder.resolve("none.json");
        assertThatThrownBy(() -> open(none, "")).hasMessageContaining("got no file");
    }

    @Test
    void file_thatIsMissing_isNamed() throws IOException {
        inventory.csv("a.csv.gz", row("a.jpg"));
        Files.delete(inventory.file("a.csv.gz"));
        Path manifest = inventory.manifest("CSV");
        assertThatThrownBy(() -> keys(manifest)).hasMessageContaining("expected the file a.csv.gz beside the manifest");
    }
}
