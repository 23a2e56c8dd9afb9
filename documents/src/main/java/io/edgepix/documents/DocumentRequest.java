package io.edgepix.documents;

import com.google.gson.JsonObject;
import io.edgepix.derivative.Key;

/**
 * A document to be rendered.
 *
 * @param template the key of the template, an HTML file; the URLs in it are relative to this key
 * @param data the values of the fields of the template
 */
public record DocumentRequest(Key template, JsonObject data) {}
