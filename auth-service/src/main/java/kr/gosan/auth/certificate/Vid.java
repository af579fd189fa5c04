package kr.gosan.auth.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * The virtual identity (VID, 신원확인) of a joint certificate: it binds the certificate to a resident or business number
 * without showing the number. {@code VID = SHA-256(SHA-256(DER(HashContent)))},
 * {@code HashContent ::= SEQUENCE { idn PrintableString, randomNum BIT STRING }}, where the random number is kept with the
 * holder's private key. It stands in the subject alternative name:
 *
 * <pre>
 * otherName 1.2.410.200004.10.1.1 [0] SEQUENCE { realName UTF8String, SEQUENCE OF {
 *     SEQUENCE { 1.2.410.200004.10.1.1.1, SEQUENCE { hashAlg AlgorithmIdentifier, [0] OCTET STRING } } } }
 * </pre>
 */
public final class Vid {

    /** Bytes of the holder's random number. */
    public static final int RANDOM_LENGTH = 20;

    private static final ASN1ObjectIdentifier IDENTIFY_DATA = new ASN1ObjectIdentifier("1.2.410.200004.10.1.1");
    private static final ASN1ObjectIdentifier VID = new ASN1ObjectIdentifier("1.2.410.200004.10.1.1.1");
    private static final ASN1ObjectIdentifier SHA_256 = NISTObjectIdentifiers.id_sha256;

    private final byte[] hash;

    private Vid(byte[] hash) {
        this.hash = hash;
    }

    /** The VID that this number (digits without hyphens) and random number give. */
    public static Vid of(String identityNumber, byte[] random) {
        try {
            byte[] content = new DERSequence(
                            new ASN1Encodable[] {new DERPrintableString(identityNumber), new DERBitString(random)})
                    .getEncoded(ASN1Encoding.DER);
            return new Vid(sha256(sha256(content)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The VID in this certificate; empty when it has none, or one of another hash than SHA-256. */
    public static Optional<Vid> in(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        if (extension == null) {
            return Optional.empty();
        }
        try {
            GeneralNames names = GeneralNames.getInstance(
                    ASN1OctetString.getInstance(extension).getOctets());
            for (GeneralName name : names.getNames()) {
                Optional<Vid> vid = name.getTagNo() == GeneralName.otherName ? in(name) : Optional.empty();
                if (vid.isPresent()) {
                    return vid;
                }
            }
            return Optional.empty();
        } catch (RuntimeException malformed) {
            // BouncyCastle reports structure that is not as expected by various unchecked exceptions.
            return Optional.empty();
        }
    }

    /** Compares in constant time. */
    public boolean matches(Vid other) {
        return MessageDigest.isEqual(hash, other.hash);
    }

    /** The alternative name that a certificate of this holder carries. */
    public GeneralNames alternativeNames(String realName) {
        ASN1Encodable vid =
                sequence(new AlgorithmIdentifier(SHA_256), new DERTaggedObject(true, 0, new DEROctetString(hash)));
        ASN1Encodable identity = sequence(new DERUTF8String(realName), sequence(sequence(VID, vid)));
        return new GeneralNames(new GeneralName(
                GeneralName.otherName, sequence(IDENTIFY_DATA, new DERTaggedObject(true, 0, identity))));
    }

    private static Optional<Vid> in(GeneralName otherName) {
        ASN1Sequence parts = ASN1Sequence.getInstance(otherName.getName());
        if (!IDENTIFY_DATA.equals(parts.getObjectAt(0))) {
            return Optional.empty();
        }
        ASN1Sequence identity = ASN1Sequence.getInstance((ASN1TaggedObject) parts.getObjectAt(1), true);
        for (ASN1Encodable entry : ASN1Sequence.getInstance(identity.getObjectAt(1))) {
            ASN1Sequence attribute = ASN1Sequence.getInstance(entry);
            if (VID.equals(attribute.getObjectAt(0))) {
                ASN1Sequence vid = ASN1Sequence.getInstance(attribute.getObjectAt(1));
                AlgorithmIdentifier hash = AlgorithmIdentifier.getInstance(vid.getObjectAt(0));
                return SHA_256.equals(hash.getAlgorithm())
                        ? Optional.of(new Vid(ASN1OctetString.getInstance((ASN1TaggedObject) vid.getObjectAt(1), true)
                                .getOctets()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static DERSequence sequence(ASN1Encodable... elements) {
        return new DERSequence(elements);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
