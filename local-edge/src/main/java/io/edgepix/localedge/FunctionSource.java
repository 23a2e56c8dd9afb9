package io.edgepix.localedge;

import io.edgepix.localedge.behaviour.FunctionOrigin;
import io.edgepix.localedge.function.EdgeFunction;
import java.util.Map;

/** The functions that a distribution calls, except its CloudFront Functions, whose code is in the template. */
interface FunctionSource {
    /** Returns the Lambda@Edge function of a package. */
    EdgeFunction atTheEdge(String packageKey);

    /** Returns the function behind a function URL, for events of payload format 2.0. */
    EdgeFunction behindUrl(FunctionOrigin.Code code);

    /** Returns the functions of the pair by their packages. */
    static FunctionSource of(Map<String, EdgeFunction> packages) {
        return new FunctionSource() {
            @Override
            public EdgeFunction atTheEdge(String packageKey) {
                EdgeFunction function = packages.get(packageKey);
                if (function == null) {
                    throw unknown(packageKey);
                }
                return function;
            }

            @Override
            public EdgeFunction behindUrl(FunctionOrigin.Code code) {
                throw unknown(code.packageKey());
            }
        };
    }

    /** Returns the exception for a package that there is not. */
    static IllegalArgumentException unknown(String packageKey) {
        return new IllegalArgumentException("The template runs an unknown package: " + packageKey);
    }
}
