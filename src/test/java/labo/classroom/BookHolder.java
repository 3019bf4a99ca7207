package labo.classroom;

import java.io.IOException;
import java.nio.file.Path;

/** The main program of a JVM that holds a book's lock until it is killed, or its input ends. */
final class BookHolder {
    private BookHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (BookLock lock = BookLock.of(Path.of(arguments[0])).orElseThrow()) {
            System.out.println("held " + lock);
            System.out.flush();
            while (System.in.read() >= 0) {
                System.out.println("still");
            }
        }
    }
}
