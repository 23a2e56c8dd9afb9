package io.edgepix.configuration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Searches pairs of states breadth-first, and therefore finds the shortest path. */
final class UrlSearch {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "1234567890";
    private static final String OTHERS = "~!$&'()*+,-.:;=@_éö한";

    /** Two readings of the same beginning of a path. */
    private record Two(int one, int other, boolean apart) {}

    /** One reading of the beginning of a path, and all readings by a different template. */
    private record Against(int one, Set<Integer> others) {}

    private UrlSearch() {}

    /** Returns the shortest path that can be read in two ways. */
    static Optional<String> readInTwoWays(UrlAutomaton automaton) {
        return shortest(
                new Two(0, 0, false),
                (two, c) -> {
                    List<Two> next = new ArrayList<>();
                    for (int one : automaton.next(two.one(), c)) {
                        for (int other : automaton.next(two.other(), c)) {
                            next.add(new Two(one, other, two.apart() || one != other));
                        }
                    }
                    return next;
                },
                two -> two.apart() && two.one() == automaton.end() && two.other() == automaton.end(),
                alphabet(automaton.characters()));
    }

    /** Returns the shortest path that matches. */
    static String read(UrlAutomaton automaton) {
        return shortest(0, automaton::next, state -> state == automaton.end(), alphabet(automaton.characters()))
                .orElseThrow();
    }

    /** Returns the shortest path that one automaton accepts and the other does not. */
    static Optional<String> readBy(UrlAutomaton one, UrlAutomaton butNot) {
        return shortest(
                new Against(0, Set.of(0)),
                (against, c) -> {
                    Set<Integer> others = new TreeSet<>();
                    for (int other : against.others()) {
                        others.addAll(butNot.next(other, c));
                    }
                    List<Against> next = new ArrayList<>();
                    for (int state : one.next(against.one(), c)) {
                        next.add(new Against(state, others));
                    }
                    return next;
                },
                against -> against.one() == one.end() && !against.others().contains(butNot.end()),
                alphabet(one.characters() + butNot.characters()));
    }

    private static <S> Optional<String> shortest(
            S start, BiFunction<S, Character, List<S>> step, Predicate<S> found, String alphabet) {
        Map<S, String> paths = new HashMap<>(Map.of(start, ""));
        Queue<S> open = new ArrayDeque<>(List.of(start));
        for (S state = open.poll(); state != null; state = open.poll()) {
            String path = paths.getOrDefault(state, "");
            if (found.test(state)) {
                return Optional.of(path);
            }
            for (int i = 0; i < alphabet.length(); i++) {
                for (S next : step.apply(state, alphabet.charAt(i))) {
                    if (paths.putIfAbsent(next, path + alphabet.charAt(i)) == null) {
                        open.add(next);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the given characters, and one more character of each class that stands for all others of the class. */
    private static String alphabet(String characters) {
        StringBuilder alphabet = new StringBuilder();
        for (String all : List.of(LETTERS, DIGITS, OTHERS)) {
            all.chars().filter(c -> characters.indexOf(c) < 0).limit(1).forEach(alphabet::appendCodePoint);
        }
        characters.chars().distinct().sorted().forEach(alphabet::appendCodePoint);
        return alphabet.toString();
    }
}
