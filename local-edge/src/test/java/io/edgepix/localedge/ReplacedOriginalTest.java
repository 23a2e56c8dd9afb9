package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Tests an original that is replaced and purged while many clients read its derivatives. */
@BothStacks
class ReplacedOriginalTest {
    private static final int READERS = 50;
    private static final int REPLACEMENTS = 8;

    /** A change during which the clients read. */
    private interface Change {
        void apply(LocalDeploymentFixture edge, Replacements replacements) throws Exception;
    }

    /** Requests all sizes and formats in turn. Half of the readers send conditional requests too. */
    private record Reader(LocalDeploymentFixture edge, Replacements replacements, int number)
            implements Callable<Integer> {
        private static final List<String> QUERIES = List.of(
                "?d=100x100&f=png",
                "?d=200x200&f=jpeg",
                "?d=x100&f=webp",
                "?d=200x&f=png",
                "?d=100x100&fit=cover&f=jpeg",
                "?d=300x200&fit=pad&f=png",
                "?d=100x100&q=50&f=webp",
                "");

        @Override
        public Integer call() {
            int reads = 0;
            try {
                for (int i = number; !replacements.isEnded(); i++) {
                    read("/" + Replacements.KEY + QUERIES.get(i % QUERIES.size()));
                    reads++;
                }
            } finally {
                replacements.end();
            }
            return reads;
        }

        private void read(String path) {
            int least = replacements.purged();
            HttpResponse<byte[]> answer = edge.get(path);
            int most = replacements.uploaded();
            check(path, answer, least, most);
            if (number % 2 == 0) {
                int leastAgain = replacements.purged();
                String eTag = LocalDeploymentFixture.header(answer, "etag");
                HttpResponse<byte[]> again = edge.get(path, "if-none-match", eTag);
                // A 304 confirms the previous answer.
                check(path, again.statusCode() == 304 ? answer : again, leastAgain, replacements.uploaded());
            }
            replacements.countRead();
        }

        private static void check(String path, HttpResponse<byte[]> answer, int least, int most) {
            assertThat(answer.statusCode())
                    .as(() -> path + ": " + new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(200);
            assertThat(Replacements.shows(answer.body(), least, most))
                    .as(() -> path + ": expected one of the replacements " + least + " to " + most
                            + ", got the headers " + answer.headers().map())
                    .isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    @Test
    void replacedAndPurged_whileFiftyRead_theOldPictureIsNeverSeenAgainAndNothingFails() throws Exception {
        whileFiftyRead((edge, replacements) -> {
            for (int i = 1; i < REPLACEMENTS; i++) {
                // Replaces the original both when all derivatives are cached and when most are still being rendered.
                replacements.awaitReads(i % 2 == 0 ? 10 * READERS : READERS);
                replacements.replace();
            }
        });
    }

    @Test
    void aHundredConcurrentPurges_whileFiftyClientsRead_allSucceed() throws Exception {
        whileFiftyRead((edge, replacements) -> {
            try (ExecutorService threads = Executors.newFixedThreadPool(100)) {
                List<Callable<Integer>> purges = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    String key = i % 3 == 0 ? "/other.jpg" : "/" + Replacements.KEY;
                    purges.add(() -> edge.send("PURGE", key).statusCode());
                }
                for (Future<Integer> purge : threads.invokeAll(purges)) {
                    assertThat(purge.get()).isEqualTo(200);
                }
            }
        });
    }

    private void whileFiftyRead(Change change) throws Exception {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}");
                ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            Replacements replacements = new Replacements(edge);
            replacements.replace();
            List<Future<Integer>> readers = IntStream.range(0, READERS)
                    .mapToObj(i -> threads.submit(new Reader(edge, replacements, i)))
                    .toList();
            try {
                change.apply(edge, replacements);
                replacements.awaitReads(4 * READERS);
            } finally {
                replacements.end();
            }
            for (Future<Integer> reader : readers) {
                assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
            }
        }
    }
}
