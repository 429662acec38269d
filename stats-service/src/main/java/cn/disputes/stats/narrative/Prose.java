package cn.disputes.stats.narrative;

import cn.disputes.stats.figures.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paragraphs with the numbers in them, each of which remembers which figure it is. */
public final class Prose {
    /** What of a figure a number is. */
    public enum Part {
        VALUE,
        /** Its change since the same period of the year before. */
        CHANGE
    }

    /**
     * A number in the text.
     *
     * @param paragraph from 0
     * @param at where in the paragraph it begins, in UTF-16 units
     * @param group empty for the whole region
     */
    public record Number(
            int paragraph,
            int at,
            String text,
            String indicator,
            Map<String, String> group,
            Part part,
            Figure.Value value) {}

    private final List<StringBuilder> paragraphs = new ArrayList<>();
    private final List<Number> numbers = new ArrayList<>();

    public Prose paragraph() {
        paragraphs.add(new StringBuilder());
        return this;
    }

    public Prose say(String text) {
        now().append(text);
        return this;
    }

    public Prose value(String indicator, Figure.Value value) {
        return number(indicator, Map.of(), Part.VALUE, value);
    }

    public Prose number(String indicator, Map<String, String> group, Part part, Figure.Value value) {
        var text = part == Part.VALUE ? value.display() : value.changeDisplay();
        numbers.add(new Number(
                paragraphs.size() - 1, now().length(), text, indicator, new LinkedHashMap<>(group), part, value));
        // beside the number and not of it: a bound number is nothing but the number
        now().append(text).append(part == Part.VALUE ? value.mark() : changeMark(value));
        return this;
    }

    /** A change is as little settled as either of what it lies between. */
    private static String changeMark(Figure.Value value) {
        return value.previous() == null || !value.mark().isEmpty()
                ? value.mark()
                : value.previous().mark();
    }

    /** 同比 with the change, where there is one. */
    public Prose change(String indicator, Figure.Value value) {
        if (value.changeDisplay() == null) return this;
        return say("，同比").number(indicator, Map.of(), Part.CHANGE, value);
    }

    public List<String> paragraphs() {
        return paragraphs.stream().map(StringBuilder::toString).toList();
    }

    public List<Number> numbers() {
        return List.copyOf(numbers);
    }

    private StringBuilder now() {
        return paragraphs.get(paragraphs.size() - 1);
    }
}
