package kr.gosan.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    private Path folder;

    private Path source;
    private Path target;

    @BeforeEach
    void build() throws IOException {
        source = folder.resolve("source");
        target = folder.resolve("target");
        write("lib/a.jar", "one");
        write("app.jar", "two");
        Folders.mirror(source, target);
    }

    @Test
    void aMirrorHasTheSameFilesAndTimes() throws IOException {
        assertEquals("one", Files.readString(target.resolve("lib/a.jar")));
        assertEquals(
                Files.getLastModifiedTime(source.resolve("app.jar")),
                Files.getLastModifiedTime(target.resolve("app.jar")));
    }

    @Test
    void aChangedFileIsCopiedAlsoWhenItKeepsItsSize() throws IOException {
        write("app.jar", "TWO");
        Files.setLastModifiedTime(source.resolve("app.jar"), FileTime.fromMillis(1));
        Folders.mirror(source, target);
        assertEquals("TWO", Files.readString(target.resolve("app.jar")));
    }

    @Test
    void whatTheSourceNoLongerHasIsRemoved() throws IOException {
        Folders.delete(source.resolve("lib"));
        Folders.mirror(source, target);
        assertFalse(Files.exists(target.resolve("lib")));
        assertTrue(Files.exists(target.resolve("app.jar")));
    }

    @Test
    void deletingDoesNotFollowLinks() throws IOException {
        Files.createSymbolicLink(target.resolve("link"), source);
        Folders.delete(target);
        assertFalse(Files.exists(target));
        assertTrue(Files.exists(source.resolve("lib/a.jar")));
    }

    private void write(String name, String content) throws IOException {
        Files.createDirectories(source.resolve(name).getParent());
        Files.writeString(source.resolve(name), content);
    }
}
