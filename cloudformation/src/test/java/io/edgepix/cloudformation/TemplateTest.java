package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that templates are read and evaluated as CloudFormation does it. */
class TemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Name                                | cat",
                "!Ref Number                              | 7",
                "!Ref Topic                               | ${Topic}",
                "!Ref AWS::Region                         | us-east-1",
                "!GetAtt Topic.TopicName                  | ${Topic.TopicName}",
                "!GetAtt [Topic, TopicName]               | ${Topic.TopicName}",
                "!Sub a ${Name} of ${AWS::Partition}      | a cat of aws",
                "!Sub [\"${Own}${Name}\", {Own: !Ref Name}] | catcat",
                "!Sub \"${!Literal} $\"                   | ${!Literal} $",
                "!If [IsCat, meow, woof]                  | meow",
                "!If [IsDog, woof, !Ref Name]             | cat",
                "!Equals [!Ref Number, \"7\"]             | true",
                "!Not [!Equals [a, a]]                    | false",
                "!And [!Condition IsCat, !Equals [a, a]]  | true",
                "!And [!Condition IsCat, !Condition IsDog] | false",
                "!Or [!Condition IsCat, !Condition IsDog] | true",
                "!Or [!Condition IsDog, !Equals [a, b]]   | false",
                "!Contains [[a, cat], !Ref Name]          | true",
                "!Join [\"-\", [a, !Ref Name, b]]         | a-cat-b",
                "!Split [\",\", \"a,b,\"]                 | [a, b, ]",
                "!Select [1, [a, !Ref Name]]              | cat",
                "!Select [1, !Split [\",\", \"a,b\"]]     | b",
                "!FindInMap [Sounds, !Ref Name, Loud]     | MEOW",
                "[a, !Ref AWS::NoValue]                   | [a]",
                "{a: !Ref AWS::NoValue, b: true}          | {b=true}",
                "{Condition: {Bool: {x: y}}}              | {Condition={Bool={x=y}}}"
            })
    void function_withItsArguments_hasItsValue(String function, String value) {
        Object result = evaluate(function).only("AWS::SNS::Topic").at("Value");

        assertThat(String.valueOf(result)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Nobody             | neither a parameter nor a resource Nobody",
                "!GetAtt Absent.Arn      | Absent.Arn refers to a resource that the given parameters do not create",
                "!If [IsFish, a, b]      | no condition IsFish",
                "!If [NoTruth, a, b]     | Expected true or false",
                "!FindInMap [Sounds, cat, Low] | no mapping Mappings / Sounds / cat / Low",
                "{Fn::Base64: a}         | Fn::Base64 is unknown",
                "!Sb a                   | Line 20: unknown function !Sb",
                "&anchor a               | Line 20: CloudFormation does not support anchors",
                "{a: 1, a: 2}            | Line 20: a appears twice",
                "{a: }                   | Line 20: expected a value, got none"
            })
    void function_thatCannotBeApplied_isAnErrorThatNamesIt(String function, String message) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> evaluate(function))
                .withMessageContaining(message);
    }

    private static Stack evaluate(String function) {
        return Template.parse("""
                        Parameters:
                          Name: {Type: String, Default: cat}
                          Number: {Type: Number, Default: 7}
                        Mappings:
                          Sounds: {cat: {Loud: MEOW}}
                        Conditions:
                          IsCat: !Equals [!Ref Name, cat]
                          IsDog: !Equals [!Ref Name, dog]
                          NoTruth: !Ref Name
                        Resources:
                          Absent:
                            Type: AWS::SNS::Topic
                            Condition: IsDog
                          Topic:
                            Type: AWS::SNS::Topic
                            Condition: IsCat
                            DependsOn: Absent
                            Properties:
                              # the tested function
                              Value: %s
                        """.formatted(function)).evaluate(Map.of());
    }

    @Test
    void known_givenByTheCaller_standsInsteadOfTheMarker() {
        Stack stack = Case.all(Template.edgepix()).getFirst().stack();
        Stack knowing = Template.edgepix()
                .evaluate(
                        Case.all(Template.edgepix()).getFirst().parameters(),
                        Map.of("Bucket.RegionalDomainName", "b.s3.us-east-1.amazonaws.com"));

        String[] domain = {"DistributionConfig", "Origins", "0", "DomainName"};
        assertThat(stack.only(Requirement.DISTRIBUTION).at(domain)).isEqualTo("${Bucket.RegionalDomainName}");
        assertThat(knowing.only(Requirement.DISTRIBUTION).at(domain)).isEqualTo("b.s3.us-east-1.amazonaws.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ArtifactBucket       | Not_A_Bucket     | ArtifactBucket does not match",
                "ViewerRequestKey     | ''               | ViewerRequestKey is too short or too long",
                "ViewerRequestSha256  | c2hvcnQ=         | ViewerRequestSha256 does not match",
                "OriginResponseSha256 | ''               | OriginResponseSha256 does not match",
                "ConfigSha256         | c2hvcnQ=         | ConfigSha256 does not match",
                "BucketName           | s3://pictures    | BucketName does not match",
                "BucketRegion         | ireland          | BucketRegion does not match",
                "DerivativeDays       | -1               | DerivativeDays is out of range",
                "DerivativeDays       | 36501            | DerivativeDays is out of range",
                "DerivativeDays       | a month          | DerivativeDays is not a whole number",
                "ViewerProtocol       | http             | ViewerProtocol is not one of",
                "PriceClass           | PriceClass_300   | PriceClass is not one of",
                "Aliases              | 'a.com, b.com'   | Aliases does not match",
                "CertificateArn       | arn:aws:acm:eu-west-1:123456789012:certificate/a | CertificateArn does not match",
                "OriginResponseMemory | 511              | OriginResponseMemory is out of range",
                "OriginResponseMemory | 10241            | OriginResponseMemory is out of range",
                "OriginShieldRegion   | somewhere        | OriginShieldRegion does not match",
                "Access               | both             | Access is not one of",
                "AccessAlso           | ''               | AccessAlso is not one of",
                "KmsKeyArn            | alias/pictures   | KmsKeyArn does not match",
                "Versioning           | on               | Versioning is not one of",
                "ViewerRequestType    | lambda           | ViewerRequestType is not one of",
                "HstsSeconds          | 63072001         | HstsSeconds is out of range",
                "PermissionsBoundaryArn | boundary       | PermissionsBoundaryArn does not match",
                "Plan                 | enterprise       | Plan is not one of",
                "WebAclArn            | arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/0 | WebAclArn does not match",
                "LogRetentionDays     | 2                | LogRetentionDays is not one of",
                "Unheard              | of               | no parameter Unheard"
            })
    void parameter_ofAWrongValue_isRefusedByName(String name, String value, String message) {
        Case given = Case.all(Template.edgepix()).getFirst().with(name, value);

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(given::stack)
                .withMessageContaining(message);
    }

    @Test
    void parameter_withoutADefaultAndMissing_isRefusedByName() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.edgepix().evaluate(Map.of()))
                .withMessage("The parameter ArtifactBucket is missing.");
    }

    @Test
    void only_ofATypeThatIsThereTwice_isAnError() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(
                        () -> Case.all(Template.edgepix()).getFirst().stack().only(Requirement.FUNCTION))
                .withMessageContaining("Expected one AWS::Lambda::Function in the stack, got 2");
    }

    @Test
    void values_ofOneAndOfNone_areLists() {
        assertThat(Values.list(null)).isEmpty();
        assertThat(Values.list("a")).isEqualTo(List.of("a"));
    }
}
