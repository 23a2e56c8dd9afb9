package io.edgepix.localedge.behaviour;

/** An origin of a distribution. */
public sealed interface Origin permits BucketOrigin, FunctionOrigin {}
