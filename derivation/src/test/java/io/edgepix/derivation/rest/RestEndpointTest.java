package io.edgepix.derivation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpMethod;

class RestEndpointTest {
    @ParameterizedTest
    @CsvSource({
        "pictures, a.jpg, https://pictures.s3.eu-west-1.amazonaws.com/a.jpg",
        "my.pictures, a.jpg, https://s3.eu-west-1.amazonaws.com/my.pictures/a.jpg",
        "Pictures_1, a.jpg, https://s3.eu-west-1.amazonaws.com/Pictures_1/a.jpg",
        "pictures, 'a b/c+d~e.jpg', https://pictures.s3.eu-west-1.amazonaws.com/a%20b/c%2Bd~e.jpg",
        "pictures, å(1)*'!&=@:;$.jpg, https://pictures.s3.eu-west-1.amazonaws.com/%C3%A5%281%29%2A%27%21%26%3D%40%3A%3B%24.jpg",
        "pictures, 100%25?#.jpg, https://pictures.s3.eu-west-1.amazonaws.com/100%2525%3F%23.jpg"
    })
    void request_ofAnObject_hasItsUrl(String bucket, String key, String url) {
        assertThat(url(Optional.empty(), bucket, key)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9000, http://127.0.0.1:9000/pictures/a.jpg",
        "https://local.example, https://local.example/pictures/a.jpg"
    })
    void request_toAnotherServer_hasTheBucketInItsPath(URI server, String url) {
        assertThat(url(Optional.of(server), "pictures", "a.jpg")).isEqualTo(url);
    }

    private static String url(Optional<URI> server, String bucket, String key) {
        return new RestEndpoint(server)
                .request(SdkHttpMethod.GET, "eu-west-1", bucket, key)
                .build()
                .getUri()
                .toString();
    }
}
