package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.stream.Stream;

/** Edits that violate the {@link ResponseHeadersRequirements}. */
final class ResponseHeadersMutants {
    private ResponseHeadersMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.of(
                mutant("theRoot_isAnObjectInsteadOfAListing", "        DefaultRootObject: index.html\n", ""),
                mutant(
                        "theRoot_isAnObjectInsteadOfAListing",
                        "DefaultRootObject: index.html",
                        "DefaultRootObject: \"\""),
                mutant(
                        "theHeaders_areThoseOfThePolicy",
                        "ResponseHeadersPolicyId: !If [HasPolicies, !Ref ResponseHeadersPolicy,",
                        "ResponseHeadersPolicyId: !If [HasPolicies, \"${Other}\","),
                mutant(
                        "pages_thatMayReadPicturesAreThoseOfTheParameter",
                        "!Split [\",\", !Ref CorsOrigins]",
                        "[\"*\"]"),
                mutant(
                        "pages_thatMayReadPicturesAreThoseOfTheParameter",
                        "Items: [GET, HEAD, OPTIONS]",
                        "Items: [GET, HEAD]"),
                mutant(
                        "pages_thatMayReadPicturesAreThoseOfTheParameter",
                        "AccessControlAllowCredentials: false",
                        "AccessControlAllowCredentials: true"),
                mutant("pages_mayShowPicturesUnderCoep", "Value: cross-origin", "Value: same-site"),
                mutant(
                        "browsers_doNotGuessTheMediaType",
                        "          ContentTypeOptions:\n            Override: true",
                        "          ContentTypeOptions:\n            Override: false"),
                mutant(
                        "browsers_useHttpsForTheTimeOfTheParameter",
                        "AccessControlMaxAgeSec: !Ref HstsSeconds",
                        "AccessControlMaxAgeSec: 300"),
                mutant(
                        "browsers_useHttpsForTheTimeOfTheParameter",
                        "            - HasHsts\n",
                        "            - HasPolicies\n"),
                mutant(
                        "theMetadata_isRemoved",
                        "            - Header: x-amz-meta-cache-tag",
                        "            - Header: x-amz-meta-tag"));
    }
}
