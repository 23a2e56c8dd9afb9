package io.edgepix.viewerrequest.js.compiler;

import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/** Tells TeaVM to compile {@code JsText} where the rule uses {@code Text}. TeaVM finds this class as a service. */
public final class TextSubstitution implements SubstitutionPolicy {
    @Override
    public void contribute(SubstitutionSink sink) {
        sink.selectClasses("io.edgepix.derivative.Text"::equals)
                .replacePackage("io.edgepix.derivative", "io.edgepix.viewerrequest.js")
                .simpleNamePrefix("Js");
    }
}
