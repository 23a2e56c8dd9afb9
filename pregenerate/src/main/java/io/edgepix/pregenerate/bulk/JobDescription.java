package io.edgepix.pregenerate.bulk;

/**
 * The description of a job, which never changes.
 *
 * @param id letters, digits and hyphens
 * @param created the time of its start, in ISO 8601
 */
public record JobDescription(String id, String created, JobRequest request) {}
