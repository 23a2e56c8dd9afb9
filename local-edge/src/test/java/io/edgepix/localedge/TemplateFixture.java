package io.edgepix.localedge;

import io.edgepix.cloudformation.Template;

/** An edge that can be opened again with an edited template. */
abstract class TemplateFixture extends EdgeFixture {
    /** Opens the edge with an edited template. The edits are pairs of a text and its replacement. */
    void reopen(String... edits) {
        String text = Template.edgepix().text();
        for (int i = 0; i < edits.length; i += 2) {
            if (!text.contains(edits[i])) {
                throw new IllegalArgumentException("expected the template to contain: " + edits[i]);
            }
            text = text.replace(edits[i], edits[i + 1]);
        }
        Template edited = Template.parse(text);
        LocalEdge other = LocalEdge.start(
                0, bucket, this::viewer, this::origin, settings().withTemplate(edited));
        edge.close();
        edge = other;
    }
}
