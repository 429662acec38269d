package cn.disputes.conventions.paging;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a list goes on that is ordered by a day and an id.
 *
 * @param day null, as the id, at the beginning of the list
 */
public record DayCursor(LocalDate day, UUID id) {
    public static final DayCursor START = new DayCursor(null, null);

    /** The beginning where none is given; a forged one is a bad field. */
    public static DayCursor read(String cursor) {
        if (cursor == null || cursor.isEmpty()) return START;
        var keys = Cursor.decode(cursor, 2);
        try {
            var day = LocalDate.parse(keys.get(0));
            // a day of a year that queries refuse may be one the database does not know
            if (day.getYear() < 1000 || day.getYear() > 9999) throw Cursor.forged();
            return new DayCursor(day, UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException forged) {
            throw Cursor.forged();
        }
    }

    /** Of the last row shown. */
    public static String after(LocalDate day, UUID id) {
        return Cursor.encode(day.toString(), id.toString());
    }
}
