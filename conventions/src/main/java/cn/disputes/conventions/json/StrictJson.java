package cn.disputes.conventions.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

/** Reads requests strictly: bounded size and depth, no guessing of types, no text or date the database cannot hold. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    /** A batch of 10,000 alerts is about 5 MB. */
    static final long MAX_DOCUMENT = 9_000_000;

    private static final int MAX_DEPTH = 40;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(MAX_DOCUMENT)
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(200_000)
                        .build());
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.registerModule(new SimpleModule("storable-text").addDeserializer(String.class, new StorableText()));
        mapper.registerModule(new SimpleModule("storable-dates").setDeserializerModifier(new StorableDates()));
    }

    /** PostgreSQL refuses NUL and UTF-8 has no lone surrogate. */
    private static final class StorableText extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING))
                return (String) context.handleUnexpectedToken(String.class, parser);
            var text = super.deserialize(parser, context);
            if (text != null && !storable(text)) {
                throw context.weirdStringException("", String.class, "holds NUL or a lone surrogate");
            }
            return text;
        }

        private static boolean storable(String text) {
            for (var i = 0; i < text.length(); i++) {
                var c = text.charAt(i);
                if (c == '\0') return false;
                if (!Character.isSurrogate(c)) continue;
                var paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) return false;
                i++;
            }
            return true;
        }
    }

    /** Of every kind of date: years of four digits, as in queries. Others overflow in reckoning or in the database. */
    private static final class StorableDates extends BeanDeserializerModifier {
        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
            return Temporal.class.isAssignableFrom(description.getBeanClass())
                    ? new FourDigitYear(deserializer)
                    : deserializer;
        }
    }

    private static final class FourDigitYear extends DelegatingDeserializer {
        private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
        private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

        FourDigitYear(JsonDeserializer<?> read) {
            super(read);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> read) {
            return new FourDigitYear(read);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) return context.handleUnexpectedToken(handledType(), parser);
            var date = super.deserialize(parser, context);
            if (date != null && !within((Temporal) date)) {
                throw context.weirdStringException("", date.getClass(), "year outside 1000 to 9999");
            }
            return date;
        }

        private static boolean within(Temporal date) {
            if (date instanceof Instant) return !((Instant) date).isBefore(FIRST) && ((Instant) date).isBefore(END);
            if (!date.isSupported(ChronoField.YEAR)) return true;
            var year = date.get(ChronoField.YEAR);
            return year >= 1000 && year <= 9999;
        }
    }
}
