package io.edgepix.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests originals that are replaced during a derivation. Here a derivative has the bytes of its original. */
class RacingUploadTest extends DeriverFixture {
    private static final byte[] FIRST = {1};
    private static final byte[] SECOND = {2};
    private static final String STORED = PATH.substring(1);

    /** Actions that run before the checks of the original, one before each check. */
    private final Deque<Runnable> uploads = new ArrayDeque<>();

    @BeforeEach
    void first() {
        renderer.rendering = (original, request) -> original;
        store.before.put("etag", () -> {
            if (!uploads.isEmpty()) {
                uploads.pop().run();
            }
        });
        upload(FIRST);
    }

    private void upload(byte[] original) {
        store.originals.put(KEY, original);
    }

    @Test
    void derive_replacedAndPurgedWhileRendering_neverServesTheOldPicture() throws Exception {
        CountDownLatch fetched = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        renderer.rendering = (original, request) -> {
            fetched.countDown();
            await(released);
            return original;
        };

        CompletableFuture<Rendition> rendition = CompletableFuture.supplyAsync(() -> {
            try {
                return rendition(PATH);
            } catch (DerivationException e) {
                throw new IllegalStateException(e);
            }
        });
        await(fetched);
        upload(SECOND);
        store.derivatives.clear();
        released.countDown();

        assertThat(rendition.get(20, TimeUnit.SECONDS).bytes()).isEqualTo(SECOND);
        assertStored(SECOND);
        assertThat(renderer.rendered).hasSize(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefused(int status) {
        assertThatThrownBy(() -> derive(PATH))
                .isInstanceOfSatisfying(
                        DerivationException.class, e -> assertThat(e.status()).isEqualTo(status));
    }

    private void assertStored(byte[] bytes) {
        assertThat(store.derivatives).containsOnlyKeys(STORED);
        assertThat(stored(STORED)).satisfies(stored -> {
            assertThat(stored.bytes()).isEqualTo(bytes);
            assertThat(stored.originalEtag()).isEqualTo(ContentEtag.of(bytes));
        });
    }

    @Test
    void derive_nothingChanged_deletesNothing() throws Exception {
        assertThat(rendition(PATH).bytes()).isEqualTo(FIRST);

        assertThat(store.calls).containsExactly("get " + KEY, "put " + STORED, "etag " + KEY);
    }

    @Test
    void derive_uploadedAgainUnchanged_deletesNothing() throws Exception {
        uploads.add(() -> upload(FIRST.clone()));

        assertThat(rendition(PATH).bytes()).isEqualTo(FIRST);
        assertThat(store.calls).noneMatch(call -> call.startsWith("delete"));
    }

    @Test
    void derive_replacedBetweenPutAndCheck_isRenderedAgain() throws Exception {
        uploads.add(() -> upload(SECOND));

        Rendition rendition = rendition(PATH);

        assertThat(rendition.bytes()).isEqualTo(SECOND);
        assertThat(rendition.validators().etag()).isEqualTo(ContentEtag.of(SECOND));
        assertStored(SECOND);
        assertThat(lines).anyMatch(line -> line.startsWith("NOTED") && line.contains("changed"));
    }

    @Test
    void derive_replacedByOneThatIsBroken_leavesNothing() throws Exception {
        uploads.add(() -> upload(SECOND));
        renderer.rendering = (original, request) -> {
            if (original[0] == SECOND[0]) {
                throw new UnrenderableException(UnrenderableException.Reason.BROKEN, "It is cut short.");
            }
            return original;
        };

        assertRefused(422);
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void derive_replacedByALargerOne_leavesNothingUnderTheFirstPath() throws Exception {
        renderer.size = new Dimensions(100, 100);
        uploads.add(() -> {
            upload(SECOND);
            renderer.size = new Dimensions(6000, 4500);
        });

        assertThat(rendition(PATH).bytes()).isEqualTo(SECOND);
        assertStored(SECOND);
    }

    @Test
    void derive_deletedMeanwhile_isEmptyAndLeavesNothing() throws Exception {
        uploads.add(() -> store.originals.clear());

        assertThat(derive(PATH)).isEmpty();
        assertThat(store.derivatives).isEmpty();
        assertThat(renderer.rendered).hasSize(1);
    }

    @Test
    void derive_deletedTheThirdTime_isEmptyToo() throws Exception {
        uploads.addAll(List.of(() -> upload(SECOND), () -> upload(FIRST), () -> store.originals.clear()));

        assertThat(derive(PATH)).isEmpty();
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void derive_replacedTwice_isThePictureOfTheThird() throws Exception {
        uploads.addAll(List.of(() -> upload(SECOND), () -> upload(new byte[] {3})));

        assertThat(rendition(PATH).bytes()).containsExactly(3);
        assertStored(new byte[] {3});
    }

    @Test
    void derive_replacedThreeTimes_is503AndLeavesNothing() throws Exception {
        uploads.addAll(List.of(() -> upload(SECOND), () -> upload(FIRST), () -> upload(SECOND)));

        assertRefused(503);
        assertThat(store.derivatives).isEmpty();
        assertThat(renderer.rendered).hasSize(3);
    }

    @Test
    void derive_ifTheCheckFails_is503AndLeavesNothing() throws Exception {
        store.failing.add("etag");

        assertRefused(503);
        assertThat(store.derivatives).isEmpty();
        assertThat(lines).anyMatch(line -> line.contains(MemoryStore.SECRET));
    }

    @Test
    void derive_ifTheOldOneCannotBeDeleted_logsItAndOverwrites() throws Exception {
        uploads.add(() -> upload(SECOND));
        store.failing.add("delete");

        assertThat(rendition(PATH).bytes()).isEqualTo(SECOND);
        assertStored(SECOND);
        assertThat(log.count(DerivationLog.Kind.DELETE_FAILED)).isOne();
    }

    @Test
    void derive_replacedWhileTheCanonicalOneIsRead_isRenderedAgain() throws Exception {
        renderer.size = new Dimensions(100, 100);
        derive("/100x100/webp/" + KEY);
        uploads.add(() -> upload(SECOND));

        assertThat(rendition(PATH).bytes()).isEqualTo(SECOND);
        assertThat(stored("100x100/webp/" + KEY).bytes()).isEqualTo(SECOND);
        assertThat(store.calls)
                .as("only the function that stored an object deletes it")
                .noneMatch(call -> call.startsWith("delete"));
    }
}
