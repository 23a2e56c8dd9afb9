package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.stream.Stream;

/** Edits that violate the {@link PlanRequirements}. */
final class PlanMutants {
    private PlanMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.of(
                mutant(
                        "aPlan_hasAWebAcl",
                        "!Not [!Equals [!Ref WebAclArn, \"\"]]\n        AssertDescription",
                        "!Equals [a, a]\n        AssertDescription"),
                mutant("aPlan_hasAWebAcl", "demand a web ACL. Set WebAclArn.", "demand one more thing."),
                mutant(
                        "aPlan_refusesAnIdentity",
                        "!Equals [!Ref Access, oac]\n        AssertDescription",
                        "!Equals [a, a]\n        AssertDescription"),
                mutant(
                        "belowPremium_thereIsNoOriginShield",
                        "!Equals [!Ref OriginShieldRegion, \"\"]\n        AssertDescription",
                        "!Equals [a, a]\n        AssertDescription"),
                mutant(
                        "belowBusiness_thereIsNoHsts",
                        "!Equals [!Ref HstsSeconds, \"0\"]\n        AssertDescription",
                        "!Equals [a, a]\n        AssertDescription"),
                mutant(
                        "belowBusiness_policiesAreThoseOfAws",
                        "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
                        "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"),
                mutant(
                        "belowBusiness_policiesAreThoseOfAws",
                        "    Type: AWS::CloudFront::ResponseHeadersPolicy\n    Condition: HasPolicies\n",
                        "    Type: AWS::CloudFront::ResponseHeadersPolicy\n"),
                mutant(
                        "free_hasNoInvalidationByTag",
                        "!If [HasTags, {HeaderName: x-amz-meta-cache-tag}, !Ref AWS::NoValue]",
                        "{HeaderName: x-amz-meta-cache-tag}"),
                mutant(
                        "free_hasNoInvalidationByTag",
                        "{HeaderName: x-amz-meta-cache-tag}",
                        "{HeaderName: x-amz-meta-tag}"),
                mutant(
                        "theDistribution_hasTheWebAclOfTheParameter",
                        "WebACLId: !If [HasWebAcl, !Ref WebAclArn, !Ref AWS::NoValue]",
                        "WebACLId: \"\""));
    }
}
