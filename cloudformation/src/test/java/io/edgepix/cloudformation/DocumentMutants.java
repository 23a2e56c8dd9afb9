package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.stream.Stream;

/** Edits of the template of the pregenerate stack that violate requirements for documents and their results. */
final class DocumentMutants {
    private DocumentMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.concat(rights(), results());
    }

    private static Stream<TemplateMutant> rights() {
        String function = "theFunction_hasTheLeastRights";
        String both = "theContainer_hasTheLeastRights";
        String resource = "              Resource: !Sub arn:${AWS::Partition}:s3:::${BucketName}/${DocumentPrefix}";
        return Stream.of(
                // The Deny still protects the pictures and templates in the folder.
                mutant(function, resource + "*.pdf", resource + "*").and(both),
                mutant(
                                function,
                                "            - HasDocuments\n            - Effect: Allow\n              Action: s3:PutObject",
                                "            - HasDocuments\n            - Effect: Allow\n              Action: [s3:PutObject, s3:DeleteObject]")
                        .and(both),
                mutant(
                        "theWorkers_writeWhatTheirRightsAllow",
                        "/${DocumentPrefix}*.pdf\", ",
                        "/${DocumentPrefix}*.PDF\", "),
                mutant(
                        "theFunction_knowsItsQueues",
                        "DOCUMENTS: !If [HasDocuments, \"on\", \"off\"]",
                        "DOCUMENTS: \"on\""));
    }

    private static Stream<TemplateMutant> results() {
        return Stream.of(
                mutant(
                        "onlyTheWorkers_sendResults",
                        "            Action: sqs:SendMessage\n            Resource: !GetAtt Results.Arn",
                        "            Action: sqs:ReceiveMessage\n            Resource: !GetAtt Results.Arn"),
                mutant(
                        "theFunction_hasTheLeastRights",
                        "!If [HasResults, !GetAtt Results.Arn, !Ref AWS::NoValue]",
                        "!Ref AWS::NoValue"),
                mutant("theFunction_knowsItsQueues", "RESULTS_QUEUE_URL: !If [HasResults, !Ref Results, \"\"]", "A: b"),
                mutant(
                        "theWorker_knowsItsQueues",
                        "{Name: DOCUMENTS, Value: !If [HasDocuments, \"on\", \"off\"]}",
                        "{Name: DOCUMENTS, Value: \"on\"}"),
                mutant(
                        "outputs_nameTheFolderAndTheResultsOfDocuments",
                        "    Value: !Ref DocumentPrefix\n",
                        "    Value: !Ref NotificationPrefix\n"));
    }
}
