package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.stream.Stream;

/** Edits that miss the {@link ResponseHeadersDemands}. */
final class ResponseHeadersMutants {
    private ResponseHeadersMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.of(
                mutant("theRoot_isAnObjectAndNoListing", "        DefaultRootObject: index.html\n", ""),
                mutant("theRoot_isAnObjectAndNoListing", "DefaultRootObject: index.html", "DefaultRootObject: \"\""),
                mutant(
                        "theHeaders_areThoseOfThePolicy",
                        "          ResponseHeadersPolicyId: !Ref ResponseHeadersPolicy\n",
                        ""),
                mutant("pages_thatMayReadPicturesAreTheParameter", "!Split [\",\", !Ref CorsOrigins]", "[\"*\"]"),
                mutant("pages_thatMayReadPicturesAreTheParameter", "Items: [GET, HEAD, OPTIONS]", "Items: [GET, HEAD]"),
                mutant(
                        "pages_thatMayReadPicturesAreTheParameter",
                        "AccessControlAllowCredentials: false",
                        "AccessControlAllowCredentials: true"),
                mutant("pages_mayShowPicturesUnderCoep", "Value: cross-origin", "Value: same-site"),
                mutant(
                        "browsers_takeTheMediaTypeAsItIs",
                        "          ContentTypeOptions:\n            Override: true",
                        "          ContentTypeOptions:\n            Override: false"),
                mutant(
                        "theCacheTag_isTakenOff",
                        "            - Header: x-amz-meta-cache-tag",
                        "            - Header: x-amz-meta-tag"));
    }
}
