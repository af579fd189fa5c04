package kr.gosan.auth.certificate;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Names the signature algorithm of a finished CMS differently, as some clients do. */
final class SignatureAlgorithms {

    private SignatureAlgorithms() {}

    static byte[] rename(byte[] cms, String oid) {
        try {
            ContentInfo content = ContentInfo.getInstance(cms);
            SignedData data = SignedData.getInstance(content.getContent());
            SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
            ASN1EncodableVector parts = new ASN1EncodableVector();
            ASN1Sequence old = (ASN1Sequence) signer.toASN1Primitive();
            boolean attributes = signer.getAuthenticatedAttributes() != null;
            for (int i = 0; i < old.size(); i++) {
                boolean algorithm = i == (attributes ? 4 : 3);
                parts.add(
                        algorithm
                                ? new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid), DERNull.INSTANCE)
                                : old.getObjectAt(i));
            }
            ASN1Set signers = new DERSet(new DERSequence(parts));
            SignedData renamed = new SignedData(
                    data.getDigestAlgorithms(), data.getEncapContentInfo(), data.getCertificates(), null, signers);
            return new ContentInfo(content.getContentType(), renamed).getEncoded(ASN1Encoding.BER);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
