package io.edgepix.configuration;

import io.edgepix.derivative.UrlMatch;
import io.edgepix.derivative.UrlTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A nondeterministic finite automaton that accepts the paths of a template. It starts in state 0, and each sequence of
 * steps to the end is one reading of a path.
 */
final class UrlAutomaton {
    /** A step for one character. If the part is not null, the step is for all characters of that part. */
    private record Step(int to, char c, @Nullable String part) {
        boolean takes(char next) {
            return part == null ? c == next : part.equals(UrlTemplate.KEY) || UrlMatch.isOf(part, next);
        }
    }

    private final List<List<Step>> steps = new ArrayList<>();
    private final StringBuilder characters = new StringBuilder();

    UrlAutomaton(UrlTemplate url, List<String> presets) {
        int state = add();
        for (int i = 0; i < url.names().size(); i++) {
            state = part(spell(state, url.literals().get(i)), url.names().get(i), presets);
        }
        spell(state, url.literals().getLast());
    }

    /** Returns the states after a character. */
    List<Integer> next(int state, char c) {
        List<Integer> next = new ArrayList<>();
        for (Step step : steps.get(state)) {
            if (step.takes(c)) {
                next.add(step.to());
            }
        }
        return next;
    }

    /** Returns the state at the end of a path. */
    int end() {
        return steps.size() - 1;
    }

    /** Returns the characters of literal text and of words. */
    String characters() {
        return characters.toString();
    }

    private int add() {
        steps.add(new ArrayList<>());
        return end();
    }

    private int spell(int from, String text) {
        int state = from;
        for (int i = 0; i < text.length(); i++) {
            int to = add();
            spell(state, text.charAt(i), to);
            state = to;
        }
        return state;
    }

    private void spell(int from, char c, int to) {
        steps.get(from).add(new Step(to, c, null));
        characters.append(c);
    }

    private int part(int from, String name, List<String> presets) {
        if (UrlTemplate.word(name, 0, presets) == null) {
            int to = add();
            steps.get(from).add(new Step(to, ' ', name));
            steps.get(to).add(new Step(to, ' ', name));
            return to;
        }
        List<Integer> lastButOne = new ArrayList<>();
        List<String> words = new ArrayList<>();
        String word = UrlTemplate.word(name, 0, presets);
        while (word != null) {
            lastButOne.add(spell(from, word.substring(0, word.length() - 1)));
            words.add(word);
            word = UrlTemplate.word(name, words.size(), presets);
        }
        int to = add();
        for (int i = 0; i < words.size(); i++) {
            spell(lastButOne.get(i), words.get(i).charAt(words.get(i).length() - 1), to);
        }
        return to;
    }
}
