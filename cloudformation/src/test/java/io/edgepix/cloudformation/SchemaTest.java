package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the templates against the resource schemas that AWS publishes. */
class SchemaTest {
    private static final Template TEMPLATE = Template.edgepix();
    private static final Schemas SCHEMAS = Schemas.load();

    static Stream<Case> cases() {
        return Subject.everyCase();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTemplate_underTheseParameters_fitsTheSchemas(Case given) {
        assertThat(SchemaCheck.errors(SCHEMAS, given.stack())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AWS::S3::Bucket                  | AWS::S3::Bucked      | Bucket is of the unknown type AWS::S3::Bucked",
                "      Handler: index.handler      | Handlers: x  | ViewerRequest has the unknown property Handlers",
                "              DaysAfterInitiation | Days | Bucket.LifecycleConfiguration.Rules[0].AbortIncompleteMultipartUpload has the unknown property Days",
                "          TargetOriginId: bucket  | SmoothStreaming: false | Distribution.DistributionConfig.DefaultCacheBehavior lacks the required property TargetOriginId",
                "      FunctionName: !Ref ViewerRequest | Description: none | ViewerRequestVersion lacks the required property FunctionName",
                "Timeout: 5                        | Timeout: \"5\"        | ViewerRequest.Timeout: expected a number, got 5",
                "IPV6Enabled: true                 | IPV6Enabled: yes     | Distribution.DistributionConfig.IPV6Enabled: expected a boolean, got yes",
                "HttpVersion: http2and3            | HttpVersion: 3       | Distribution.DistributionConfig.HttpVersion: expected a string, got 3",
                "[x86_64]                          | x86_64               | ViewerRequest.Architectures: expected a list, got x86_64",
                "OwnershipControls:                | `OwnershipControls: x #` | Bucket.OwnershipControls: expected an object, got x",
                "BucketOwnerEnforced               | OwnerEnforced        | Bucket.OwnershipControls.Rules[0].ObjectOwnership: expected one of the allowed values, got OwnerEnforced",
                "    DeletionPolicy: Retain        | DeletePolicy: Retain | Bucket has the unknown attribute DeletePolicy",
                "OriginAccessIdentity.S3CanonicalUserId | OriginAccessIdentity.CanonicalUserId | OriginAccessIdentity has no attribute CanonicalUserId",
                "Bucket.RegionalDomainName         | Bucket.RegionalName  | Bucket has no attribute RegionalName"
            })
    void aBrokenTemplate_isReported(String from, String to, String error) {
        String edited = new TemplateMutant(List.of(), from, to).apply(withoutBlock(TEMPLATE.text(), to));

        assertThat(SchemaCheck.errors(
                        SCHEMAS, Case.all(Template.parse(edited)).getFirst().stack()))
                .contains(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MaximumConcurrency: !Ref MaximumConcurrency | Maximum: 5 | QueueMapping.ScalingConfig has the unknown property Maximum",
                "VisibilityTimeout: 1800  | VisibilityTimeout: long  | Queue.VisibilityTimeout: expected a number, got long",
                "ApplyOn: PublishedVersions | ApplyOn: Versions | Function.SnapStart.ApplyOn: expected one of the allowed values, got Versions",
                "          Image: !Ref ContainerImage | Img: x | TaskDefinition.ContainerDefinitions[0] lacks the required property Image",
                "MaxCapacity: !Ref ContainerTasks | MaxTasks: 2 | ContainerScaling lacks the required property MaxCapacity",
                "!GetAtt Queue.QueueName | !GetAtt Queue.Name | Queue has no attribute Name"
            })
    void aBrokenPregenerateTemplate_isReported(String from, String to, String error) {
        TemplateMutant mutant = new TemplateMutant(List.of(), from, to);

        assertThat(SchemaCheck.errors(
                        SCHEMAS, Subject.PREGENERATE.casesOf(mutant).getLast().stack()))
                .contains(error);
    }

    /** Removes the block that a scalar replaces. */
    private static String withoutBlock(String text, String to) {
        return to.endsWith("#")
                ? text.replace("        Rules:\n          - ObjectOwnership: BucketOwnerEnforced\n", "")
                : text;
    }
}
