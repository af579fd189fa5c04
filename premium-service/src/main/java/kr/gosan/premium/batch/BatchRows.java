package kr.gosan.premium.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import kr.gosan.platform.json.FieldErrors.FieldError;

/** The rows of a posted file, one after the other, whatever its format. */
interface BatchRows extends Closeable {

    /** The most rows a batch may have, empty ones included. */
    int MOST = 100_000;

    /** The most bytes one row may have as JSON. */
    int LONGEST = 256 * 1024;

    /**
     * A row as it stands in the file.
     *
     * @param number its line, from 1
     * @param json the return as JSON; not checked yet
     * @param errors what could not even be put into JSON
     */
    record Row(int number, String json, List<FieldError> errors) {}

    /** The file has more bytes than a file may have. */
    final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(null, null, false, false);
        }
    }

    /** The next row that is not empty; none at the end. Throws when the client is cut off. */
    Optional<Row> next() throws IOException;
}
