package io.edgepix.viewerrequest.js;

import io.edgepix.configuration.JdkHmac;
import io.edgepix.viewerrequest.rule.RuleRequest;
import java.util.function.UnaryOperator;
import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.JavaScriptException;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/** Loads {@code rule.js} into Rhino as a CommonJS module. */
final class RhinoModule {
    private static final BaseFunction HMAC = new BaseFunction() {
        @Override
        public Object call(Context cx, Scriptable scope, Scriptable self, Object[] arguments) {
            return new JdkHmac().of(Context.toString(arguments[0]), Context.toString(arguments[1]));
        }
    };

    private final ContextFactory rhino = new ContextFactory();
    private final Scriptable global = rhino.call(RhinoModule::newGlobal);
    private final Scriptable exports;

    RhinoModule(String source) {
        exports = rhino.call(cx -> load(cx, source));
    }

    private static Scriptable newGlobal(Context cx) {
        cx.setLanguageVersion(Context.VERSION_ES6);
        return cx.initStandardObjects();
    }

    private Scriptable load(Context cx, String source) {
        cx.setLanguageVersion(Context.VERSION_ES6);
        Scriptable exported = cx.newObject(global);
        Function module = cx.compileFunction(global, "function(exports) {" + source + "\n}", "rule.js", 1, null);
        module.call(cx, global, global, new Object[] {exported});
        return exported;
    }

    /**
     * Calls the export {@code rule}.
     *
     * @throws IllegalArgumentException with the message of the error that the module throws
     */
    java.util.function.Function<RuleRequest, String> rule(String config) {
        Function decide = (Function) call((Function) ScriptableObject.getProperty(exports, "rule"), config, HMAC);
        return request -> text((Scriptable) call(
                decide,
                request.method(),
                request.uri(),
                request.querystring(),
                function(name -> header(request, name)),
                function(none -> request.now())));
    }

    private static String header(RuleRequest request, String name) {
        return switch (name) {
            case "accept" -> request.accept();
            case "user-agent" -> request.userAgent();
            case "sec-ch-dpr" -> request.dpr();
            case "sec-ch-width" -> request.width();
            case "save-data" -> request.saveData();
            default -> throw new IllegalArgumentException("header: expected one that index.js has, got " + name);
        };
    }

    private static BaseFunction function(UnaryOperator<String> of) {
        return new BaseFunction() {
            @Override
            public Object call(Context cx, Scriptable scope, Scriptable self, Object[] arguments) {
                return of.apply(arguments.length == 0 ? "" : Context.toString(arguments[0]));
            }
        };
    }

    private static String text(Scriptable decision) {
        return DecisionText.of(
                Context.toString(ScriptableObject.getProperty(decision, "kind")),
                Context.toString(ScriptableObject.getProperty(decision, "text")));
    }

    private Object call(Function function, Object... arguments) {
        try {
            return rhino.call(cx -> function.call(cx, global, global, arguments));
        } catch (JavaScriptException e) {
            throw new IllegalArgumentException(messageOf((Scriptable) e.getValue()), e);
        }
    }

    private String messageOf(Scriptable error) {
        return rhino.call(cx -> Context.toString(ScriptableObject.getProperty(error, "message")));
    }
}
