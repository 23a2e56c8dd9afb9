package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests that every client of the table gets the expected format, and that it can decode the format. */
class ClientTableTest {
    private final List<ClientTable.Client> clients = ClientTable.read();

    @TestFactory
    Stream<DynamicTest> decide_onTheJvm_choosesAFormatThatTheClientSupports() {
        return each(ConfiguredRules.onTheJvm());
    }

    @TestFactory
    Stream<DynamicTest> decide_inRhino_choosesAFormatThatTheClientSupports() {
        return each(ConfiguredRules.inRhino());
    }

    @TestFactory
    List<DynamicTest> handle_underNode_choosesAFormatThatTheClientSupports(@TempDir Path folder) throws Exception {
        if (!Node.isInstalled()) {
            // An assumption outside of a test would leave no trace in the report.
            return List.of(DynamicTest.dynamicTest("the clients under Node", Node::assumeInstalled));
        }
        List<String> decisions = new NodeRules(folder)
                .decide(clients.stream()
                        .flatMap(client -> client.cases().stream())
                        .toList());
        List<DynamicTest> tests = new ArrayList<>();
        int at = 0;
        for (ClientTable.Client client : clients) {
            int end = at + client.cases().size();
            tests.add(test(client, decisions.subList(at, end)));
            at = end;
        }
        return tests;
    }

    private Stream<DynamicTest> each(ConfiguredRules rules) {
        return clients.stream()
                .map(client -> test(
                        client,
                        client.cases().stream()
                                .map(ruleCase -> ruleCase.decidedBy(rules))
                                .toList()));
    }

    private static DynamicTest test(ClientTable.Client client, List<String> decisions) {
        return DynamicTest.dynamicTest(client.name(), () -> {
            assertThat(decisions).as("%s", client).isEqualTo(client.paths());
            assertThat(decisions).as("decodable by %s", client).allMatch(client::shows);
        });
    }
}
