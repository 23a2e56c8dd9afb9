package io.edgepix.localedge;

import io.edgepix.localedge.behaviour.Behaviour;
import io.edgepix.localedge.origin.TargetCall;

/** The way of requests through one behaviour: the functions for viewers, and the origin or origin group. */
record Route(Behaviour behaviour, ViewerStep viewerStep, TargetCall target) {}
