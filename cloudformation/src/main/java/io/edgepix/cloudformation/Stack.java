package io.edgepix.cloudformation;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A template evaluated for one set of parameters. References that only AWS can resolve are markers:
 * {@code ${Bucket}}, {@code ${Bucket.Arn}}.
 */
public record Stack(Map<String, Resource> resources, Map<String, String> outputs) {
    /** Returns the resources of a type, in the order of the template. */
    public List<Resource> ofType(String type) {
        return resources.values().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /**
     * Returns the only resource of a type.
     *
     * @throws TemplateException if there is none, or more than one
     */
    public Resource only(String type) {
        List<Resource> found = ofType(type);
        if (found.size() != 1) {
            throw new TemplateException("Expected one " + type + " in the stack, got " + found.size() + ".");
        }
        return found.getFirst();
    }

    /** Returns all resources. */
    public Collection<Resource> all() {
        return resources.values();
    }
}
