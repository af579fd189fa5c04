package kr.gosan.payment.print;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A printed document as an answer. */
public final class Paper {

    public static final String PDF = "application/pdf";

    /** Who accepts anything gets JSON. */
    public static final String IF_ASKED_FOR = PDF + ";qs=0.1";

    private Paper() {}

    /** @param name of the file, without its ending */
    public static Response of(byte[] document, String name) {
        return Response.ok(document, PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
