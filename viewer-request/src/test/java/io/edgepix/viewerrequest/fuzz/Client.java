package io.edgepix.viewerrequest.fuzz;

import java.util.List;

/**
 * A client, and the formats that it supports.
 *
 * @param avif whether its Accept header lists AVIF
 * @param webp whether its Accept header lists WebP
 * @param app whether it is an app that supports WebP without listing it
 * @param known whether the other components are known; if not, any format that its headers name is allowed
 */
record Client(String accept, String userAgent, boolean avif, boolean webp, boolean app, boolean known) {
    private static final String CHROME =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
    private static final String SAFARI =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1 Safari/605.1.15";

    static final List<Client> KNOWN = List.of(
            of("", "", false, false, false),
            of("*/*", "curl/8.5.0", false, false, false),
            of("image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", CHROME, true, true, false),
            of("image/webp,*/*", CHROME, false, true, false),
            of("image/png,image/svg+xml,image/*;q=0.8,video/*;q=0.8,*/*;q=0.5", SAFARI, false, false, false),
            of("image/avif;q=0, image/webp;q=0.0, */*", CHROME, false, false, false),
            of("IMAGE/AVIF ; q=0.001, text/html", CHROME, true, false, false),
            of("text/html, image/webp;v=1;q=0.1", CHROME, false, true, false),
            of("", "okhttp/4.12.0", false, false, true),
            of("", "Dalvik/2.1.0 (Linux; U; Android 9; Pixel 3 Build/PQ1A)", false, false, true),
            of("", "Dalvik/1.6.0 (Linux; U; Android 4.2.2; GT-I9505)", false, false, false),
            of("image/jpeg", "okhttp/4.12.0", false, false, false));

    private static Client of(String accept, String userAgent, boolean avif, boolean webp, boolean app) {
        return new Client(accept, userAgent, avif, webp, app, true);
    }

    static Client unknown(String accept, String userAgent) {
        return new Client(accept, userAgent, false, false, false, false);
    }
}
