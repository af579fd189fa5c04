package kr.gosan.payment.clearance;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.Optional;
import kr.gosan.payment.print.PaymentPages;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.json.CanonicalJson;
import kr.gosan.platform.print.PdfWriter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/** Makes the paper of a certificate and signs it. */
@Singleton
public final class ClearanceDocument {

    private static final int ID_BYTES = 16;
    /** Room for the signature with its certificates, in bytes. */
    private static final int SIGNATURE_BYTES = 16_384;

    private final PaymentPages pages;
    private final PdfWriter pdf;
    private final DocumentSeal seal;
    private final String publicUrl;

    @Inject
    ClearanceDocument(PaymentPages pages, PdfWriter pdf, DocumentSeal seal, GosanConfig config) {
        this(
                pages,
                pdf,
                seal,
                config.publicUrl().orElseThrow(() -> new IllegalArgumentException("gosan.public-url is missing")));
    }

    /** @param publicUrl where everybody reaches the front door; what the paper tells people to open */
    ClearanceDocument(PaymentPages pages, PdfWriter pdf, DocumentSeal seal, String publicUrl) {
        this.pages = pages;
        this.pdf = pdf;
        this.seal = seal;
        this.publicUrl = publicUrl;
    }

    /** The signed PDF: one page, with how to check it. */
    byte[] of(ClearanceCertificate certificate) {
        byte[] id = Arrays.copyOf(
                CanonicalJson.sha256(certificate.certificateNo().getBytes(StandardCharsets.UTF_8)), ID_BYTES);
        String xhtml = pages.clearance(ClearanceSheet.of(certificate, verificationUrl(certificate.code())));
        return signed(pdf.write(xhtml, Optional.of(certificate.issuedAt()), id), certificate);
    }

    /** Where anybody can check a code. */
    String verificationUrl(VerificationCode code) {
        return publicUrl + ClearanceVerificationResource.PATH + "/" + code;
    }

    private byte[] signed(byte[] unsigned, ClearanceCertificate certificate) {
        try (PDDocument document = Loader.loadPDF(unsigned);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName(seal.certificate().getSubjectX500Principal().getName());
            signature.setReason("완납증명원 " + certificate.certificateNo());
            signature.setSignDate(GregorianCalendar.from(certificate.issuedAt().toZonedDateTime()));
            options.setPreferredSignatureSize(SIGNATURE_BYTES);
            document.addSignature(signature, options);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
            signing.setSignature(seal.sign(signing.getContent()));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
