package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.Upright;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Originals that are replaced while something is made of them. A derivative is its original's bytes here. */
class RacingUploadTest extends HandlerFixture {
    private static final byte[] FIRST = {1};
    private static final byte[] SECOND = {2};
    private static final String STORED = PATH.substring(1);

    /** What happens each time before the original is looked at again; nothing once it is empty. */
    private final Deque<Runnable> uploads = new ArrayDeque<>();

    @BeforeEach
    void first() {
        rendering = (original, request) -> original;
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
    void handle_replacedAndPurgedWhileItIsRendered_showsTheOldPictureNowhere() throws Exception {
        CountDownLatch fetched = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        rendering = (original, request) -> {
            fetched.countDown();
            await(released);
            return original;
        };

        CompletableFuture<JsonObject> answer = CompletableFuture.supplyAsync(() -> get(PATH));
        await(fetched);
        upload(SECOND);
        store.derivatives.clear();
        released.countDown();

        assertThat(body(answer.get(20, TimeUnit.SECONDS))).isEqualTo(SECOND);
        assertStored(SECOND);
        assertThat(rendered).hasSize(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertStored(byte[] bytes) {
        assertThat(store.derivatives).containsOnlyKeys(STORED);
        assertThat(stored(STORED)).satisfies(stored -> {
            assertThat(stored.bytes()).isEqualTo(bytes);
            assertThat(stored.originalEtag()).isEqualTo(ContentEtag.of(bytes));
        });
    }

    @Test
    void handle_nothingChanged_deletesNothing() {
        assertThat(body(get(PATH))).isEqualTo(FIRST);

        assertThat(store.calls).containsExactly("get " + KEY, "put " + STORED, "etag " + KEY);
    }

    @Test
    void handle_uploadedAgainAsItWas_deletesNothing() {
        uploads.add(() -> upload(FIRST.clone()));

        assertThat(body(get(PATH))).isEqualTo(FIRST);
        assertThat(store.calls).noneMatch(call -> call.startsWith("delete"));
    }

    @Test
    void handle_replacedBetweenPutAndLook_isMadeAnew() {
        uploads.add(() -> upload(SECOND));

        JsonObject answer = get(PATH);

        assertThat(body(answer)).isEqualTo(SECOND);
        assertThat(header(answer, "etag")).isEqualTo(ContentEtag.of(SECOND));
        assertStored(SECOND);
        assertThat(log).anyMatch(line -> line.startsWith("NOTED") && line.contains("changed"));
    }

    @Test
    void handle_replacedByOneThatIsBroken_leavesNothing() {
        uploads.add(() -> upload(SECOND));
        rendering = (original, request) -> {
            if (original[0] == SECOND[0]) {
                throw new UnrenderableException(UnrenderableException.Reason.BROKEN, "It is cut short.");
            }
            return original;
        };

        assertError(get(PATH), "422");
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void handle_replacedByALargerOne_leavesNothingUnderTheFirstPath() {
        size = new Upright(100, 100);
        uploads.add(() -> {
            upload(SECOND);
            size = new Upright(6000, 4500);
        });

        assertThat(body(get(PATH))).isEqualTo(SECOND);
        assertStored(SECOND);
    }

    @Test
    void handle_deletedMeanwhile_is404AndLeavesNothing() {
        uploads.add(() -> store.originals.clear());

        assertError(get(PATH), "404");
        assertThat(store.derivatives).isEmpty();
        assertThat(rendered).hasSize(1);
    }

    @Test
    void handle_deletedTheThirdTime_is404Too() {
        uploads.addAll(List.of(() -> upload(SECOND), () -> upload(FIRST), () -> store.originals.clear()));

        assertError(get(PATH), "404");
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void handle_replacedTwice_isThePictureOfTheThird() {
        uploads.addAll(List.of(() -> upload(SECOND), () -> upload(new byte[] {3})));

        assertThat(body(get(PATH))).containsExactly(3);
        assertStored(new byte[] {3});
    }

    @Test
    void handle_replacedThreeTimes_is503AndLeavesNothing() {
        uploads.addAll(List.of(() -> upload(SECOND), () -> upload(FIRST), () -> upload(SECOND)));

        assertError(get(PATH), "503");
        assertThat(store.derivatives).isEmpty();
        assertThat(rendered).hasSize(3);
    }

    @Test
    void handle_itCannotBeLookedAtAgain_is503AndLeavesNothing() {
        store.failing.add("etag");

        assertError(get(PATH), "503");
        assertThat(store.derivatives).isEmpty();
        assertThat(log).anyMatch(line -> line.contains(MemoryStore.SECRET));
    }

    @Test
    void handle_theOldOneCannotBeDeleted_isLoggedAndOverwritten() {
        uploads.add(() -> upload(SECOND));
        store.failing.add("delete");

        assertThat(body(get(PATH))).isEqualTo(SECOND);
        assertStored(SECOND);
        assertThat(journal.count(Journal.Kind.DELETE_FAILED)).isOne();
    }

    @Test
    void handle_replacedWhileTheCanonicalOneIsRead_isMadeAnew() {
        size = new Upright(100, 100);
        get("/100x100/webp/" + KEY);
        uploads.add(() -> upload(SECOND));

        assertThat(body(get(PATH))).isEqualTo(SECOND);
        assertThat(stored("100x100/webp/" + KEY).bytes()).isEqualTo(SECOND);
        assertThat(store.calls)
                .as("what others stored is theirs to delete")
                .noneMatch(call -> call.startsWith("delete"));
    }
}
