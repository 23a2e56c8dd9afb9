package io.edgepix.pregenerate.job;

import com.google.gson.annotations.SerializedName;

/** The outcome of the work for a document. */
public enum DocumentOutcome {
    /** The document was rendered and stored. */
    @SerializedName("rendered")
    RENDERED,
    /** The same document existed already. */
    @SerializedName("existed")
    EXISTED,
    /** The document cannot be rendered. */
    @SerializedName("failed")
    FAILED
}
