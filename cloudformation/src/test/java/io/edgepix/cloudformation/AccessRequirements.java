package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Requirement.BUCKET_POLICY;
import static io.edgepix.cloudformation.Requirement.DISTRIBUTION;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Requirements for the way in which CloudFront reads the bucket: by an access control or an access identity. */
final class AccessRequirements {
    static final String DISTRIBUTION_ARN = "arn:aws:cloudfront::123456789012:distribution/${Distribution}";

    private static final Gson GSON = new Gson();
    private static final List<String> ACCESSES = List.of("oai", "oac");
    private static final Map<String, Object> IDENTITY =
            Map.of("CanonicalUser", "${OriginAccessIdentity.S3CanonicalUserId}");
    private static final Map<String, Object> SERVICE = Map.of("Service", "cloudfront.amazonaws.com");
    private static final Map<String, Object> FOR_THE_DISTRIBUTION =
            Map.of("StringEquals", Map.of("AWS:SourceArn", DISTRIBUTION_ARN));

    private AccessRequirements() {}

    static Stream<Requirement> all() {
        return Stream.concat(policy(), origin());
    }

    private static Stream<Requirement> policy() {
        return Stream.of(
                allowed("theBucketPolicy_letsCloudFrontRead", "Allow", "s3:GetObject", "${Bucket.Arn}/*"),
                allowed(
                        "theBucketPolicy_letsCloudFrontListSoThatAMissingKeyIsA404",
                        "Allow",
                        "s3:ListBucket",
                        "${Bucket.Arn}"),
                allowed(
                        "theBucketPolicy_closesTheFolderOfEdgepixToViewers",
                        "Deny",
                        "s3:GetObject",
                        "${Bucket.Arn}/.edgepix/*"),
                new Requirement(
                        "theBucketPolicy_closesTheFolderOfDocumentsToViewers",
                        given -> !given.makesBucket()
                                || ACCESSES.stream().allMatch(access -> closesDocuments(given, access))),
                new Requirement(
                        "theBucketPolicy_allowsNothingElse",
                        given -> !given.makesBucket()
                                || statements(given.stack()).size()
                                        == (given.setting("PrivatePrefix").isEmpty() ? 3 : 4)
                                                        * ACCESSES.stream()
                                                                .filter(given::allowsAccess)
                                                                .count()
                                                + (given.onlyHttps() ? 1 : 0)),
                new Requirement(
                        "plainHttp_isRefusedIfNoViewerUsesIt",
                        given -> !given.makesBucket() || given.onlyHttps() == refusesPlainHttp(given)),
                new Requirement(
                        "theStatementsToMerge_arePrintedForAnExistingBucket",
                        AccessRequirements::printsTheSameStatements),
                new Requirement(
                        "theStatementsForTheKey_arePrinted",
                        given -> given.setting("KmsKeyArn").isEmpty()
                                ? given.stack().outputs().get("KmsKeyPolicyStatements") == null
                                : JsonParser.parseString("""
                                        [{"Sid":"EdgepixDecrypts","Effect":"Allow",
                                        "Principal":{"Service":"cloudfront.amazonaws.com"},"Action":"kms:Decrypt",
                                        "Resource":"*","Condition":{"StringEquals":{"AWS:SourceArn":"%s"}}}]""".formatted(DISTRIBUTION_ARN))
                                        .equals(JsonParser.parseString(String.valueOf(
                                                given.stack().outputs().get("KmsKeyPolicyStatements"))))));
    }

    private static Stream<Requirement> origin() {
        return Stream.of(
                new Requirement("theOrigin_isReadByTheAccessOfTheParameter", AccessRequirements::originFits),
                new Requirement(
                        "theOrigin_isTheBucketInItsRegion",
                        given ->
                                domain(given).equals(bucketOrigin(given.stack()).get("DomainName"))),
                new Requirement(
                        "theControl_signsEachRequestToTheBucket",
                        given -> given.stack().ofType("AWS::CloudFront::OriginAccessControl").stream()
                                .filter(control -> control.id().equals("BucketAccessControl"))
                                .allMatch(control -> signs(control, "s3"))),
                new Requirement(
                        "anIdentity_isRefusedForNewRegions",
                        given -> of(given, "oai")
                                        .with("BucketRegion", "mx-central-1")
                                        .isRefused("December 2022")
                                && !of(given, "oac")
                                        .with("BucketRegion", "mx-central-1")
                                        .isRefused("December 2022")),
                new Requirement(
                        "anIdentity_isRefusedForAKey",
                        given -> of(given, "oai")
                                .with("KmsKeyArn", RegionalCases.KEY)
                                .isRefused("KMS key")));
    }

    /** Returns the case with another access, without a plan that refuses it. */
    private static Case of(Case given, String access) {
        return given.with("Plan", "none")
                .with("AWS::Region", given.home())
                .with("KmsKeyArn", "")
                .with("Access", access);
    }

    /** Tells whether a control signs all requests to origins of a type. */
    static boolean signs(Resource control, String type) {
        Map<String, Object> config = Values.map(control.at("OriginAccessControlConfig"));
        return type.equals(config.get("OriginAccessControlOriginType"))
                && "always".equals(config.get("SigningBehavior"))
                && "sigv4".equals(config.get("SigningProtocol"));
    }

    /** Creates a requirement for a statement about each allowed access, and about no other one. */
    private static Requirement allowed(String name, String effect, String action, String resource) {
        return new Requirement(
                name,
                given -> !given.makesBucket()
                        || ACCESSES.stream()
                                .allMatch(access -> given.allowsAccess(access)
                                        == has(given.stack(), access, effect, action, resource)));
    }

    /** Tells whether the policy of the bucket has a statement about an access. */
    static boolean has(Stack stack, String access, String effect, String action, String resource) {
        boolean isControl = access.equals("oac");
        return statements(stack).stream()
                .anyMatch(statement -> effect.equals(statement.get("Effect"))
                        && action.equals(statement.get("Action"))
                        && resource.equals(statement.get("Resource"))
                        && (isControl ? SERVICE : IDENTITY).equals(statement.get("Principal"))
                        && Objects.equals(isControl ? FOR_THE_DISTRIBUTION : null, statement.get("Condition")));
    }

    /** Without a prefix the statement would close the whole bucket. */
    private static boolean closesDocuments(Case given, String access) {
        String prefix = given.setting("PrivatePrefix");
        return (given.allowsAccess(access) && !prefix.isEmpty())
                == has(given.stack(), access, "Deny", "s3:GetObject", "${Bucket.Arn}/" + prefix + "*");
    }

    private static boolean refusesPlainHttp(Case given) {
        return statements(given.stack()).stream()
                .anyMatch(statement -> "Deny".equals(statement.get("Effect"))
                        && "*".equals(statement.get("Principal"))
                        && "s3:*".equals(statement.get("Action"))
                        && List.of("${Bucket.Arn}", "${Bucket.Arn}/*").equals(statement.get("Resource"))
                        && "false".equals(Values.at(statement, "Condition", "Bool", "aws:SecureTransport")));
    }

    private static List<Map<String, Object>> statements(Stack stack) {
        return Values.list(stack.only(BUCKET_POLICY).at("PolicyDocument", "Statement")).stream()
                .map(Values::map)
                .toList();
    }

    /** Tells whether the statements printed for an existing bucket equal those of a new bucket. */
    private static boolean printsTheSameStatements(Case given) {
        String printed = given.stack().outputs().get("BucketPolicyStatements");
        if (given.makesBucket()) {
            return printed == null;
        }
        Case ofNewBucket = given.with("BucketName", "");
        Stack stack = ofNewBucket
                .template()
                .evaluate(ofNewBucket.parameters(), Map.of("Bucket.Arn", "arn:aws:s3:::" + Case.BUCKET));
        return printed != null && GSON.toJsonTree(statements(stack)).equals(JsonParser.parseString(printed));
    }

    private static boolean originFits(Case given) {
        boolean isControl = given.setting("Access").equals("oac");
        Map<String, Object> origin = bucketOrigin(given.stack());
        return Objects.equals(isControl ? "${BucketAccessControl.Id}" : null, origin.get("OriginAccessControlId"))
                && (isControl ? "" : "origin-access-identity/cloudfront/${OriginAccessIdentity}")
                        .equals(Values.at(origin, "S3OriginConfig", "OriginAccessIdentity"));
    }

    private static Map<String, Object> bucketOrigin(Stack stack) {
        return Values.list(stack.only(DISTRIBUTION).at("DistributionConfig", "Origins")).stream()
                .map(Values::map)
                .filter(origin -> "bucket".equals(origin.get("Id")))
                .findFirst()
                .orElseThrow();
    }

    private static String domain(Case given) {
        if (given.makesBucket()) {
            return "${Bucket.RegionalDomainName}";
        }
        String region = given.setting("BucketRegion");
        return Case.BUCKET + ".s3." + (region.isEmpty() ? "eu-west-1" : region) + ".amazonaws.com";
    }
}
