package kr.gosan.local;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a program wrote since it was started last.
 *
 * @param file its log, which goes on over restarts
 * @param start where this start begins, in bytes
 */
record LogSince(Path file, long start) {

    static LogSince now(Path file) throws IOException {
        return new LogSince(file, Files.exists(file) ? Files.size(file) : 0);
    }

    boolean contains(String text) throws IOException {
        try (var bytes = Files.newByteChannel(file)) {
            bytes.position(start);
            return new String(Channels.newInputStream(bytes).readAllBytes(), StandardCharsets.UTF_8).contains(text);
        }
    }
}
