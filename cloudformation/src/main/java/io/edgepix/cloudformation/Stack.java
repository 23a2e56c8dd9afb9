package io.edgepix.cloudformation;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a template comes to for one set of parameters. References to what only AWS can know stand as markers:
 * {@code ${Bucket}}, {@code ${Bucket.Arn}}.
 */
public record Stack(Map<String, Resource> resources, Map<String, String> outputs) {
    /** The resources of a type, in the template's order. */
    public List<Resource> ofType(String type) {
        return resources.values().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /**
     * The only resource of a type.
     *
     * @throws TemplateException if there is none, or more than one
     */
    public Resource only(String type) {
        List<Resource> found = ofType(type);
        if (found.size() != 1) {
            throw new TemplateException("The stack has " + found.size() + " of " + type + ", and not one.");
        }
        return found.getFirst();
    }

    /** All resources. */
    public Collection<Resource> all() {
        return resources.values();
    }
}
