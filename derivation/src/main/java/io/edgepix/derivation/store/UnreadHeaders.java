package io.edgepix.derivation.store;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Renames the header {@code Last-Modified}, so that the SDK does not parse it. For the first date in a process, the JDK
 * looks up the names of months and days in a locale, which takes longer than the request.
 */
final class UnreadHeaders implements ExecutionInterceptor {
    static final String LAST_MODIFIED = "Last-Modified";
    static final String UNREAD_LAST_MODIFIED = "x-unread-last-modified";

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        SdkHttpResponse response = context.httpResponse();
        return response.firstMatchingHeader(LAST_MODIFIED)
                .map(date ->
                        response.copy(copy -> copy.removeHeader(LAST_MODIFIED).putHeader(UNREAD_LAST_MODIFIED, date)))
                .orElse(response);
    }
}
