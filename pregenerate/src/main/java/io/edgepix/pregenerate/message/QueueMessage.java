package io.edgepix.pregenerate.message;

/**
 * A message as SQS delivers it.
 *
 * @param receipt the receipt handle of this delivery
 * @param deliveries the number of deliveries so far, this one included
 */
public record QueueMessage(String id, String receipt, String body, int deliveries) {}
