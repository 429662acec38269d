package cn.disputes.cases.document;

/** A file that has arrived and waits to be kept; at its end its parts are forgotten if no case has them. */
public final class Arrival implements AutoCloseable {
    final ArrivedFile file;
    private final ArrivingParts parts;

    Arrival(ArrivedFile file, ArrivingParts parts) {
        this.file = file;
        this.parts = parts;
    }

    @Override
    public void close() {
        parts.forget(file.id);
    }
}
