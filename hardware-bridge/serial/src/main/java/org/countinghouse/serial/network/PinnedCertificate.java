package org.countinghouse.serial.network;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts one certificate and no other: the machine's own, which it signed itself, known by its
/// fingerprint. Names and dates in it say nothing, because nobody vouches for them; the key does.
public final class PinnedCertificate extends X509ExtendedTrustManager {
    private static final String DIGEST = "SHA-256";

    private final byte[] fingerprint;

    private PinnedCertificate(byte[] fingerprint) {
        this.fingerprint = fingerprint;
    }

    /// @param fingerprint the SHA-256 of the certificate in hex, with or without colons
    /// @throws IllegalArgumentException when it is none
    public static PinnedCertificate of(String fingerprint) {
        String hex = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("pin is not the SHA-256 fingerprint of a certificate (64 hex digits)");
        }
        return new PinnedCertificate(HexFormat.of().parseHex(hex));
    }

    /// Trusts that one certificate and no other.
    public SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (chain.length == 0 || !MessageDigest.isEqual(fingerprint, digest(chain[0]))) {
            throw new CertificateException("not the pinned certificate");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("we serve nobody");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private static byte[] digest(X509Certificate certificate) throws CertificateException {
        try {
            return MessageDigest.getInstance(DIGEST).digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new CertificateException("unreadable certificate", e);
        }
    }
}
