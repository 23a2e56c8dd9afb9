package io.edgepix.pregenerate.worker;

import io.edgepix.derivation.purge.DerivativeKeys;
import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.pregenerate.document.DocumentRules;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.message.DocumentMessage;
import io.edgepix.pregenerate.message.JobMessage;
import io.edgepix.pregenerate.message.MalformedMessageException;
import io.edgepix.pregenerate.message.Message;
import io.edgepix.pregenerate.message.MessageReader;
import io.edgepix.pregenerate.message.QueueMessage;
import io.edgepix.pregenerate.message.ResultTarget;
import io.edgepix.pregenerate.original.OriginalTask;
import io.edgepix.pregenerate.original.WantedDerivatives;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Decides which originals or which document a message is about, and what they need. */
final class MessagePlanner {
    /** The tasks of a message, one for each original. */
    private record Tasks(QueueMessage message, Map<Key, OriginalTask> byOriginal) {
        Tasks(QueueMessage message) {
            this(message, new LinkedHashMap<>());
        }

        void add(OriginalTask task) {
            OriginalTask now = message.deliveries() > 1 ? task.repeated() : task;
            byOriginal.merge(now.original(), now, OriginalTask::and);
        }

        List<OriginalTask> list() {
            return List.copyOf(byOriginal.values());
        }
    }

    private final String bucket;
    private final PathGrammar grammar;
    private final WantedDerivatives wanted;
    private final DocumentRules rules;
    private final Consumer<String> lines;

    /**
     * Creates a planner.
     *
     * @param lines receives a line for each key that is dropped
     */
    MessagePlanner(
            String bucket, PathGrammar grammar, WantedDerivatives wanted, DocumentRules rules, Consumer<String> lines) {
        this.bucket = bucket;
        this.grammar = grammar;
        this.wanted = wanted;
        this.rules = rules;
        this.lines = lines;
    }

    MessagePlan plan(QueueMessage message) {
        try {
            return switch (MessageReader.read(message.body())) {
                case Message.TestEvent _ -> new MessagePlan.Accepted(message, List.of(), List.of(), Optional.empty());
                case Message.Notification(List<Message.Change> changes) -> notification(message, changes);
                case Message.Job(JobMessage part) -> job(message, part);
                case Message.Document(DocumentMessage document) -> document(message, document);
                case Message.MalformedDocument(String to, ResultTarget target, String reason) ->
                    new MessagePlan.RejectedDocument(message, to, target, reason);
            };
        } catch (MalformedMessageException e) {
            return new MessagePlan.Rejected(message, String.valueOf(e.getMessage()));
        } catch (MalformedException e) {
            return new MessagePlan.Rejected(message, e.sentence());
        }
    }

    private MessagePlan notification(QueueMessage message, List<Message.Change> changes) {
        Tasks tasks = new Tasks(message);
        List<DerivativeRequest> requests = new ArrayList<>();
        for (Message.Change change : changes) {
            Key key = change.key();
            if (!change.bucket().equals(bucket)) {
                return new MessagePlan.Rejected(
                        message, "expected a change of the bucket " + bucket + ", got one of " + change.bucket());
            }
            if (isDocument(change)) {
                continue;
            }
            if (!InternalKeys.isInternal(key)) {
                original(message, key).flatMap(wanted::of).ifPresent(task -> tasks.add(task.changed()));
            } else if (key.value().startsWith(JobKeys.REQUESTS) && !change.isRemoval()) {
                DerivativeRequest request = new DerivativeRequest(key, requested(message, key));
                requests.add(request);
                request.derivative().ifPresent(derivative -> tasks.add(wanted.of(derivative)));
            }
        }
        return new MessagePlan.Accepted(message, tasks.list(), requests, Optional.empty());
    }

    private MessagePlan document(QueueMessage message, DocumentMessage document) {
        Optional<String> violation = rules.violation(document);
        return violation.isPresent()
                ? new MessagePlan.RejectedDocument(message, document.to(), document.target(), violation.get())
                : new MessagePlan.Document(message, document);
    }

    private MessagePlan job(QueueMessage message, JobMessage part) {
        if (message.deliveries() > 1 && !part.isSingle()) {
            return new MessagePlan.Split(message, part.repeated());
        }
        Tasks tasks = new Tasks(message);
        Set<String> changed = Set.copyOf(part.changed());
        for (String key : part.keys()) {
            original(message, new Key(key)).ifPresent(original -> {
                OriginalTask task = wanted.of(original, part.sizes(), part.formats());
                OriginalTask searched = changed.contains(key) ? task.changed() : task;
                tasks.add(part.attempts() > 0 ? searched.repeated() : searched);
            });
        }
        return new MessagePlan.Accepted(message, tasks.list(), List.of(), Optional.of(part));
    }

    /**
     * Returns the key if it can be that of an original. Derivatives, folders, documents and own objects are dropped
     * silently.
     */
    private Optional<Key> original(QueueMessage message, Key key) {
        if (PathGrammar.isDerivative(key) || key.value().endsWith("/") || hasNone(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(DerivativeKeys.original(key));
        } catch (MalformedException e) {
            lines.accept("DROPPED message=" + message.id() + " path=" + key.path() + " " + e.sentence());
            return Optional.empty();
        }
    }

    private Optional<Derivative> requested(QueueMessage message, Key request) {
        try {
            Derivative derivative = grammar.parse(DerivativeRequest.derivativeKey(request));
            if (derivative != null && !hasNone(derivative.original())) {
                DerivativeKeys.original(derivative.original());
                return Optional.of(derivative);
            }
            lines.accept("DROPPED message=" + message.id() + " path=" + request.path() + " This is not a derivative.");
        } catch (MalformedException e) {
            lines.accept("DROPPED message=" + message.id() + " path=" + request.path() + " " + e.sentence());
        }
        return Optional.empty();
    }

    /** Tells whether no object with this key has derivatives. */
    private boolean hasNone(Key key) {
        return InternalKeys.isInternal(key) || wanted.excludes(key);
    }

    /** Tells whether a change is that of a PDF, which has no derivatives. Each document of the worker causes one. */
    private static boolean isDocument(Message.Change change) {
        return !change.isRemoval() && change.key().extension().equals("pdf");
    }
}
