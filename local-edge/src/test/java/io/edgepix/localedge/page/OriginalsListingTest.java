package io.edgepix.localedge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Key;
import io.edgepix.localedge.behaviour.BucketOrigin;
import io.edgepix.localedge.bucket.LocalBucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

class OriginalsListingTest {
    @TempDir
    Path folder;

    private LocalBucket bucket;

    @BeforeEach
    void open() {
        bucket = LocalBucket.open(folder);
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    private void put(String key) throws IOException {
        Path file = folder.resolve(key);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, "");
    }

    private Originals list(String base) {
        BucketOrigin origin = new BucketOrigin(
                "",
                "",
                base.isEmpty() ? "" : "/" + base.substring(0, base.length() - 1),
                BucketOrigin.Access.IDENTITY,
                Set.of(BucketOrigin.Right.READ),
                List.of(".edgepix/", "invoices/"));
        return OriginalsListing.of(bucket.client(), bucket.bucket(), origin);
    }

    @Test
    void anEmptyBucket_hasNoOriginals() {
        Originals originals = list("");

        assertThat(originals.pictures()).isEmpty();
        assertThat(originals.others()).isEmpty();
        assertThat(originals.isComplete()).isTrue();
    }

    @Test
    void pictures_ofAllFolders_areInTheOrderOfTheirKeys() throws Exception {
        for (String key :
                new String[] {"b/c/1.PNG", "a.jpg", "b.svg", "b/2.webp", "notes.txt", "NoExtension", "å b.gif"}) {
            put(key);
        }

        Originals originals = list("");

        assertThat(originals.pictures())
                .extracting(Key::value)
                .containsExactly("a.jpg", "b.svg", "b/2.webp", "b/c/1.PNG", "å b.gif");
        assertThat(originals.others()).extracting(Key::value).containsExactly("NoExtension", "notes.txt");
        assertThat(originals.pictureCount()).isEqualTo(5);
        assertThat(originals.otherCount()).isEqualTo(2);
    }

    @Test
    void derivatives_areNoOriginals_butOtherFilesInTheirFoldersAre() throws Exception {
        for (String key : new String[] {
            "200x200/webp/a.jpg",
            "200x/jpeg/b/200x200/webp/a.jpg",
            "x9-cover-q60/gif/a.jpg",
            "~stored/200x200/webp/a.jpg",
            "~stored/a.jpg",
            "~big/a.jpg",
            "200x200/tiff/kept.jpg",
            "200x200/kept.jpg",
            "1920x1080-wallpapers/webp/kept.jpg",
            "b/200x200/webp/kept.jpg",
            "z.jpg"
        }) {
            put(key);
        }

        assertThat(list("").pictures())
                .extracting(Key::value)
                .containsExactly(
                        "1920x1080-wallpapers/webp/kept.jpg",
                        "b/200x200/webp/kept.jpg",
                        "z.jpg",
                        "200x200/kept.jpg",
                        "200x200/tiff/kept.jpg");
    }

    @Test
    void closedFolders_areNotEntered() throws Exception {
        put("invoices/2026/1.pdf");
        put("invoices/signature.png");
        put(".edgepix/jobs/a/job.json");
        put(".edgepix/requests/200x200/avif/cat.jpg");
        put(".edgepix-icons/cat.jpg");
        put("a/.edgepix/cat.jpg");

        Originals originals = list("");

        assertThat(originals.pictures())
                .extracting(Key::value)
                .containsExactly(".edgepix-icons/cat.jpg", "a/.edgepix/cat.jpg");
        assertThat(originals.others()).isEmpty();
    }

    @Test
    void folderObjects_areNoOriginals() {
        bucket.client().putObject(object -> object.bucket(bucket.bucket()).key("empty/"), RequestBody.fromString(""));

        assertThat(list("").others()).isEmpty();
    }

    @Test
    void base_isNotPartOfTheKeys() throws Exception {
        put("site/a/1.jpg");
        put("site/200x200/webp/a/1.jpg");
        put("other/2.jpg");

        assertThat(list("site/").pictures()).containsExactly(new Key("a/1.jpg"));
    }

    @Test
    void manyPictures_areCountedAndTheFirstAreListed() throws Exception {
        putMany(OriginalsListing.MAX_ORIGINALS);

        Originals originals = list("");

        assertThat(originals.pictures()).hasSize(OriginalsListing.MAX_PICTURES).startsWith(new Key("0000.jpg"));
        assertThat(originals.pictureCount()).isEqualTo(OriginalsListing.MAX_ORIGINALS);
        assertThat(originals.isComplete()).isTrue();
    }

    @Test
    void tooManyOriginals_areNotAllCounted() throws Exception {
        putMany(OriginalsListing.MAX_ORIGINALS);
        put("sub/more.jpg");
        put("sub/sub/more.jpg");

        Originals originals = list("");

        assertThat(originals.pictures()).hasSize(OriginalsListing.MAX_PICTURES);
        assertThat(originals.isComplete()).isFalse();
    }

    private void putMany(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            put(String.format(Locale.ROOT, "%04d.jpg", i));
        }
    }

    @Test
    void tooManyFolders_areNotAllListed() throws Exception {
        put("a.jpg");
        for (int i = 100; i < 500; i++) {
            Files.createDirectories(folder.resolve("folder" + i));
        }

        Originals originals = list("");

        assertThat(originals.pictures()).containsExactly(new Key("a.jpg"));
        assertThat(originals.isComplete()).isFalse();
    }
}
