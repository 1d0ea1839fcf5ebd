// The signature container (CMS, RFC 5652): exactly one form, byte for byte.
// It is written again from the certificate, the digest and the signature; anything else is refused.

const SHORTEST_SIGNATURE = 8;
const LONGEST_SIGNATURE = 72;
const OIDS = {
  data: "2a864886f70d010701",
  signedData: "2a864886f70d010702",
  contentType: "2a864886f70d010903",
  messageDigest: "2a864886f70d010904",
  signingCertificateV2: "2a864886f70d010910022f",
  sha256: "608648016503040201",
  ecdsaSha256: "2a8648ce3d040302",
};

function oid(name) {
  return tlv(OID, fromHex(OIDS[name]));
}

/** The SignedData of `certificate` over a document of this SHA-256 (PAdES baseline B). */
function assembleContainer(certificate, digest, signatureDer) {
  const hash = tlv(SEQUENCE, oid("sha256"), [5, 0]);
  const version = [INTEGER, 1, 1];
  const signer = tlv(
    SEQUENCE,
    version,
    tlv(SEQUENCE, certificate.issuer, certificate.serial),
    hash,
    tlv(CONTEXT_0, signedAttributes(certificate, digest)),
    tlv(SEQUENCE, oid("ecdsaSha256")),
    tlv(OCTETS, signatureDer),
  );
  const signedData = tlv(
    SEQUENCE,
    version,
    tlv(SET, hash),
    tlv(SEQUENCE, oid("data")),
    tlv(CONTEXT_0, certificate.der),
    tlv(SET, signer),
  );
  return tlv(SEQUENCE, oid("signedData"), tlv(CONTEXT_0, signedData));
}

/** Whether `container` is, to the byte, a signature of `certificate` over the document of this `digest`. */
async function containerHolds(container, certificate, digest) {
  const signed = tlv(SET, signedAttributes(certificate, digest));
  for (let length = SHORTEST_SIGNATURE; length <= LONGEST_SIGNATURE; length += 1) {
    const start = container.length - length;
    if (container[start - 2] !== OCTETS || container[start - 1] !== length) continue;
    const signatureDer = container.subarray(start);
    const signature = signatureFromDer(signatureDer);
    if (signature && equal(assembleContainer(certificate, digest, signatureDer), container)) {
      return signatureHolds(certificate.key, signed, signature);
    }
  }
  return false;
}

function signedAttributes(certificate, digest) {
  const issuer = tlv(SEQUENCE, tlv(DIRECTORY_NAME, certificate.issuer));
  const identifier = tlv(SEQUENCE, tlv(OCTETS, certificate.digest), tlv(SEQUENCE, issuer, certificate.serial));
  return joined(
    attribute("contentType", oid("data")),
    attribute("messageDigest", tlv(OCTETS, digest)),
    attribute("signingCertificateV2", tlv(SEQUENCE, tlv(SEQUENCE, identifier))),
  );
}

function attribute(kind, value) {
  return tlv(SEQUENCE, oid(kind), tlv(SET, value));
}

/** The one certificate that a container carries, not believed for that; null where there is none. */
async function carriedCertificate(container) {
  try {
    const [, wrapped] = inside(onlyElement(container, SEQUENCE), OID, CONTEXT_0);
    const [signed] = inside(wrapped, SEQUENCE);
    const carried = elements(signed.content).filter((one) => one.tag === CONTEXT_0);
    return carried.length === 1 ? await readCertificate(carried[0].content) : null;
  } catch {
    return null;
  }
}
