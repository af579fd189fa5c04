package kr.gosan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/** Whole folders at once. */
final class Folders {

    private Folders() {}

    /** Removes a folder and everything in it; links are removed, never followed. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : contents(folder).reversed()) {
                Files.delete(path);
            }
        }
    }

    /** Makes the target equal to the source; files of the same size and time are taken to be the same. */
    static void mirror(Path source, Path target) throws IOException {
        Files.createDirectories(target);
        for (Path path : contents(target).reversed()) {
            if (Files.notExists(source.resolve(target.relativize(path)))) {
                Files.delete(path);
            }
        }
        for (Path path : contents(source)) {
            Path copy = target.resolve(source.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else if (!same(path, copy)) {
                Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(other)
                && Files.size(one) == Files.size(other)
                && Files.getLastModifiedTime(one).equals(Files.getLastModifiedTime(other));
    }

    /** Everything in the folder and the folder itself, each after the folder it is in. */
    private static List<Path> contents(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
