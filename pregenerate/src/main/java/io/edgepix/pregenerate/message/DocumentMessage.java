package io.edgepix.pregenerate.message;

/**
 * A document to be rendered and stored. Its JSON is {@code {"document": {"template": "a.html", "data": {}, "to": "a.pdf",
 * "force": false}, "job": "ID", "part": 12, "notify": false}}, with {@code dataKey} in place of {@code data} if the data
 * are in the bucket.
 *
 * @param template the key of the template
 * @param to the key of the PDF
 * @param isForced whether it is rendered even if the same document exists
 */
public record DocumentMessage(String template, DocumentData data, String to, boolean isForced, ResultTarget target) {}
