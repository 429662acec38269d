package cn.disputes.contract.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Names the field in what the JSON reader and the validator complain of. */
public final class BodyFaults {
    private BodyFaults() {}

    public static ProblemException of(JacksonException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException) return (ProblemException) cause;
        }
        if (tooLong(unreadable)) return new ProblemException(GeneralProblem.TOO_LARGE);
        if (!(unreadable instanceof JsonMappingException)) return new ProblemException(GeneralProblem.MALFORMED_BODY);
        var field = path((JsonMappingException) unreadable);
        if (unreadable instanceof UnrecognizedPropertyException) {
            return ProblemException.invalid(field, "没有这个字段", "There is no such field");
        }
        if (unreadable instanceof InvalidFormatException) {
            var type = ((InvalidFormatException) unreadable).getTargetType();
            return ProblemException.invalid(
                    field, "取值无效，应为" + expected(type, true), "Must be " + expected(type, false));
        }
        if (field.isEmpty()) return new ProblemException(GeneralProblem.MALFORMED_BODY);
        return ProblemException.invalid(field, "取值的类型不对", "The value has the wrong type");
    }

    /** The reader has one exception for every bound it was given and tells them apart by words only. */
    private static boolean tooLong(JacksonException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException
                    && cause.getMessage().startsWith("Document length")) return true;
        }
        return false;
    }

    private static String expected(Class<?> type, boolean zh) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(zh ? "、" : ", ", zh ? "下列之一：" : "one of ", ""));
        }
        if (type.getSimpleName().equals("LocalDate"))
            return zh ? "真实存在的日期 yyyy-MM-dd" : "a date that exists, yyyy-MM-dd";
        if (type.getSimpleName().equals("YearMonth")) return zh ? "月份 yyyy-MM" : "a month, yyyy-MM";
        if (type.getSimpleName().equals("Instant"))
            return zh ? "时刻，如 2022-06-03T01:00:00Z" : "a point in time such as 2022-06-03T01:00:00Z";
        return zh ? "有效的 " + type.getSimpleName() : "a valid " + type.getSimpleName();
    }

    private static String path(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(ref -> ref.getFieldName() == null ? "[" + ref.getIndex() + "]" : "." + ref.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    static ProblemException of(ConstraintViolationException invalid) {
        var problem = new ProblemException(GeneralProblem.INVALID_INPUT);
        invalid.getConstraintViolations().stream()
                .sorted((a, b) -> a.getPropertyPath()
                        .toString()
                        .compareTo(b.getPropertyPath().toString()))
                .forEach(v -> add(problem, v));
        return problem;
    }

    /** A message may be given as "中文 | English"; a validator's own message stands for both. */
    private static void add(ProblemException problem, ConstraintViolation<?> violation) {
        var parts = violation.getMessage().split("\\s*\\|\\s*", 2);
        problem.field(field(violation.getPropertyPath()), parts[0], parts[parts.length - 1]);
    }

    /** The path without the method and the body parameter's name, which the caller never wrote. */
    private static String field(Path path) {
        var nodes = StreamSupport.stream(path.spliterator(), false)
                .map(Path.Node::toString)
                .toList();
        return String.join(
                ".", nodes.size() > 2 ? nodes.subList(2, nodes.size()) : nodes.subList(nodes.size() - 1, nodes.size()));
    }
}
