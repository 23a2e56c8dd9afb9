package io.edgepix.localedge.page;

/**
 * A link to an original or a derivative.
 *
 * @param target the path and the query of its URL
 */
record Link(String label, String target) {}
