package kr.gosan.payment.clearance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.print.PaymentPages;
import kr.gosan.platform.print.PdfWriter;
import kr.gosan.platform.testing.Pdf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paper, and its signature as code that did not make it checks it. */
class ClearanceDocumentTest {

    private static final String KEY = key();
    private static final DocumentSeal SEAL = new DocumentSeal(KEY, Optional.empty(), true);
    private static final ClearanceDocument DOCUMENT =
            new ClearanceDocument(new PaymentPages(), new PdfWriter(), SEAL, "https://gosan.example");
    private static final ClearanceCertificate CERTIFICATE = certificate("고산건설(주)");
    private static final byte[] PDF = DOCUMENT.of(CERTIFICATE);

    @Test
    void thePaperSaysWhoOwesNothingOnWhichDayAndHowToCheckIt() {
        String text = Pdf.text(PDF);
        for (String part : List.of(
                "CC-20220401-0000007",
                "완납증명원",
                "123-45-67891-6",
                "고산건설(주)",
                "고용보험, 산재보험",
                "조달청",
                "2022년 4월 1일",
                "제29조의4",
                "그 뒤에 생긴 체납에는 미치지 않습니다",
                CERTIFICATE.code().toString(),
                "https://gosan.example/payment/v1/certificate-verifications/" + CERTIFICATE.code())) {
            assertTrue(text.contains(part), part + " in " + text);
        }
        assertEquals(1, Pdf.pages(PDF));
        assertEquals(List.of("NanumGothic true", "NanumGothicBold true"), Pdf.fonts(PDF));
        assertFalse(text.contains("□"));
    }

    @Test
    void theQrCodeLeadsToTheVerification() throws Exception {
        BufferedImage page = Pdf.image(PDF, 1, 150);
        BufferedImage corner =
                page.getSubimage(0, page.getHeight() / 2, page.getWidth() / 2, page.getHeight() - page.getHeight() / 2);
        int[] pixels = corner.getRGB(0, 0, corner.getWidth(), corner.getHeight(), null, 0, corner.getWidth());
        String read = new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(corner.getWidth(), corner.getHeight(), pixels))))
                .getText();
        assertEquals(DOCUMENT.verificationUrl(CERTIFICATE.code()), read);
    }

    @Test
    void aLongNameStaysOnThePage() {
        byte[] pdf = DOCUMENT.of(certificate("주식회사 한국고용산재종합건설엔지니어링 ".repeat(7)));
        assertEquals(1, Pdf.pages(pdf));
        assertTrue(verifies(pdf));
    }

    @Test
    void theSignatureCoversTheWholeFileAndVerifies() throws Exception {
        assertTrue(verifies(PDF));
        try (PDDocument document = Loader.loadPDF(PDF)) {
            PDSignature signature = document.getLastSignatureDictionary();
            assertEquals("ETSI.CAdES.detached", signature.getSubFilter());
            int[] range = signature.getByteRange();
            assertEquals(0, range[0]);
            assertEquals(PDF.length, range[2] + range[3]);
            assertEquals(
                    CERTIFICATE.issuedAt().toInstant(), signature.getSignDate().toInstant());
        }
    }

    @Test
    void itIsABaselineSignatureWithTheCertificateSignedAndNoTimeOfItsOwn() throws Exception {
        SignerInformation signer = signer(PDF, content(PDF));
        assertTrue(signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2) != null);
        assertTrue(signer.getSignedAttributes().get(CMSAttributes.signingTime) == null);
    }

    @Test
    void everyChangedByteThatWasSignedBreaksIt() throws Exception {
        byte[] content = content(PDF);
        for (int at = 0; at < content.length; at += content.length / 50) {
            byte[] changed = content.clone();
            changed[at] ^= 1;
            SignerInformation signer = signer(PDF, changed);
            assertThrows(CMSException.class, () -> signer.verify(verifier(PDF)), "byte " + at);
        }
    }

    @Test
    void aSignatureOfAnotherKeyIsNotTheSeals() throws Exception {
        byte[] other = new ClearanceDocument(
                        new PaymentPages(),
                        new PdfWriter(),
                        new DocumentSeal(key(), Optional.empty(), true),
                        "https://gosan.example")
                .of(CERTIFICATE);
        assertTrue(verifies(other));
        assertFalse(Arrays.equals(
                SEAL.certificate().getEncoded(), certificateOf(other).getEncoded()));
        assertArrayEquals(SEAL.certificate().getEncoded(), certificateOf(PDF).getEncoded());
    }

    @Test
    void theSandboxCertificateOfAKeyIsAlwaysTheSame() throws Exception {
        assertArrayEquals(
                SEAL.certificate().getEncoded(),
                new DocumentSeal(KEY, Optional.empty(), true).certificate().getEncoded());
    }

    @Test
    void withoutTheSandboxTheKeyNeedsItsOwnCertificate() {
        assertThrows(IllegalArgumentException.class, () -> new DocumentSeal(KEY, Optional.empty(), false));
        String pem = pem(SEAL);
        assertEquals(SEAL.certificate(), new DocumentSeal(KEY, Optional.of(pem), false).certificate());
        String stranger = key();
        assertThrows(IllegalArgumentException.class, () -> new DocumentSeal(stranger, Optional.of(pem), false));
        assertThrows(IllegalArgumentException.class, () -> new DocumentSeal("AAAA", Optional.of(pem), false));
    }

    /** Poppler's own check, where it is installed. */
    @Test
    void pdfsigAgrees(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfsig")));
        Path file = Files.write(folder.resolve("certificate.pdf"), PDF);
        String report = report(file);
        assertTrue(report.contains("Signature is Valid"), report);
        assertTrue(report.contains("Total document signed"), report);
        byte[] changed = PDF.clone();
        changed[200] ^= 1;
        assertFalse(report(Files.write(folder.resolve("changed.pdf"), changed)).contains("Signature is Valid"));
    }

    private static String report(Path file) throws Exception {
        Process process = new ProcessBuilder("/usr/bin/pdfsig", "-nocert", file.toString())
                .redirectErrorStream(true)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return report;
    }

    private static boolean verifies(byte[] pdf) {
        try {
            return signer(pdf, content(pdf)).verify(verifier(pdf));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static SignerInformation signer(byte[] pdf, byte[] content) throws Exception {
        return signed(pdf, content).getSignerInfos().getSigners().iterator().next();
    }

    private static SignerInformationVerifier verifier(byte[] pdf) throws Exception {
        return new JcaSimpleSignerInfoVerifierBuilder().build(certificateOf(pdf));
    }

    private static X509CertificateHolder certificateOf(byte[] pdf) throws Exception {
        return signed(pdf, content(pdf))
                .getCertificates()
                .getMatches(null)
                .iterator()
                .next();
    }

    private static CMSSignedData signed(byte[] pdf, byte[] content) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            byte[] cms = document.getLastSignatureDictionary().getContents(pdf);
            return new CMSSignedData(new CMSProcessableByteArray(content), cms);
        }
    }

    private static byte[] content(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getLastSignatureDictionary().getSignedContent(pdf);
        }
    }

    private static ClearanceCertificate certificate(String name) {
        return new ClearanceCertificate(
                UUID.fromString("0190a5a0-0000-7000-8000-000000000002"),
                "CC-20220401-0000007",
                WorkplaceNumber.of("12345678916"),
                name,
                EnumSet.allOf(Insurance.class),
                ClearanceCertificate.Purpose.PUBLIC_CONTRACT,
                "조달청",
                LocalDate.of(2022, 4, 1),
                OffsetDateTime.parse("2022-04-01T09:30:00+09:00"),
                VerificationCode.random(new SecureRandom()),
                "");
    }

    private static String key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(DocumentSeal seal) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(seal.certificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
