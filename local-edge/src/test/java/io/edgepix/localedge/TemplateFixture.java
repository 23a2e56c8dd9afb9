package io.edgepix.localedge;

import io.edgepix.cloudformation.Template;

/** An edge that can be opened again by an edited template. */
abstract class TemplateFixture extends EdgeFixture {
    /** Opens the edge by the template with one text in it replaced. */
    void reopen(String from, String to) {
        String text = Template.edgepix().text();
        if (!text.contains(from)) {
            throw new IllegalArgumentException("The template has no: " + from);
        }
        Template edited = Template.parse(text.replace(from, to));
        LocalEdge other = LocalEdge.start(
                0, bucket, this::viewer, this::origin, settings().withTemplate(edited));
        edge.close();
        edge = other;
    }
}
