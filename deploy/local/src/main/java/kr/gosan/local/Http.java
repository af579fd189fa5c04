package kr.gosan.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a program of the stack whether it is healthy. */
final class Http {

    private static final int TIMEOUT_MILLIS = 2000;

    private Http() {}

    static boolean answersOk(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
