package io.edgepix.viewerrequest.function;

import io.edgepix.derivative.Cors;
import io.edgepix.derivative.Offer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The code of the CloudFront Functions. It contains the configuration, as they have no files. */
public final class CloudFrontFunctions {
    /** CloudFront accepts 10 kB of code, 10,240 bytes. */
    public static final int MAX_BYTES = 10_239;

    /** The id of the origin that renders derivatives in a distribution without an origin group. */
    public static final String RENDER = "render";

    private static final String IMPORT = "import cf from 'cloudfront';\n";

    private CloudFrontFunctions() {}

    /**
     * Returns the code of the viewer-request function.
     *
     * @param hasOriginGroup whether the behaviour has an origin group; otherwise the function selects the origin
     *     {@value #RENDER} for derivatives
     * @throws FunctionException if the offer has a part that the function does not know, or is too large for it
     */
    public static String viewerRequest(Offer offer, boolean hasOriginGroup) {
        FunctionSubset.check(offer);
        String constants = OfferConstants.of(offer, hasOriginGroup ? "" : RENDER);
        return IMPORT
                + code(constants, "viewer-request.js", "parsing.js", "negotiation.js", "answers.js", "headers.js");
    }

    /**
     * Returns the code of the viewer-response function, which completes headers in place of a response headers policy.
     *
     * @param contentSecurityPolicy the policy of documents; empty for none
     * @throws FunctionException if the values are too large for a function
     */
    public static String viewerResponse(Cors cors, String contentSecurityPolicy) {
        String constants = "const ORIGINS = "
                + Literal.list(cors.origins().stream().map(Literal::of).toList())
                + ";\nconst POLICY = " + Literal.of(contentSecurityPolicy) + ";\n";
        return code(constants, "viewer-response.js", "headers.js");
    }

    private static String code(String constants, String... files) {
        StringBuilder source = new StringBuilder(constants);
        for (String file : files) {
            source.append(source(file));
        }
        String code = Minifier.minify(source.toString());
        int bytes = IMPORT.length() + code.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new FunctionException(files[0] + ": expected at most " + MAX_BYTES
                    + " bytes with the configuration, got " + bytes
                    + "; use fewer or shorter presets, sizes and cors, or --viewer-request edge");
        }
        return code;
    }

    private static String source(String name) {
        try (InputStream in = Objects.requireNonNull(CloudFrontFunctions.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(IMPORT, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
