package io.edgepix.originresponse.store;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Drops the one header of S3's that nobody reads and that is dear to parse: for the first date of a process the JDK looks
 * up the names of months and days in the manner of a locale, which takes longer than the request.
 */
final class UnreadHeaders implements ExecutionInterceptor {
    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return context.httpResponse().copy(response -> response.removeHeader("Last-Modified"));
    }
}
