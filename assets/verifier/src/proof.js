// PROOF: the code on the paper. A COSE_Sign1 (RFC 9052), signed ES256 by the kiosk.

const PREFIX = "T1:";
const LONGEST_TEXT = 480;
const LEVELS = ["N1", "N2", "N3", "N4"];

/** What the QR text proves: claims, or { rejected }. */
async function readProof(text, trusted) {
  if (!text.startsWith(PREFIX)) return { rejected: "not_a_proof" };
  if (text.length > LONGEST_TEXT) return { rejected: "damaged" };
  let proof;
  try {
    proof = decodeBase45(text.slice(PREFIX.length));
  } catch (error) {
    if (error instanceof Malformed) return { rejected: "damaged" };
    throw error;
  }
  return readProofBytes(proof, trusted);
}

async function readProofBytes(proof, trusted) {
  return readSigned(proof, trusted, new Uint8Array(), proofClaims);
}

/** What a COSE_Sign1 made for `purpose` says, read by `read`, with the certificate of the time it tells; or { rejected }. */
async function readSigned(code, trusted, purpose, read) {
  const parts = proofParts(code);
  if (!parts) return { rejected: "damaged" };
  const candidates = trusted.filter((one) => equal(protectedHeader(one), parts.header));
  if (!candidates.length) return { rejected: "unknown_kiosk" };
  const context = joined([0x84, 0x6a], ascii("Signature1"));
  const signed = joined(context, byteString(parts.header), byteString(purpose), byteString(parts.payload));
  const holders = [];
  for (const one of candidates) if (await signatureHolds(one.key, signed, parts.signature)) holders.push(one);
  if (!holders.length) return { rejected: "bad_signature" };
  const claims = claimsIn(parts.payload, read);
  if (claims.rejected) return claims;
  // The same key under a renewed certificate: the one of that time counts.
  const certificate = holders.find((one) => wasValid(one, claims.issued.seconds)) || holders[0];
  return { ...claims, certificate };
}

function claimsIn(payload, read) {
  let values;
  try {
    values = decodeCbor(payload);
  } catch (error) {
    if (error instanceof Malformed) return { rejected: "damaged" };
    throw error;
  }
  return Array.isArray(values) && values[0] === 1 ? read(values) : { rejected: "unknown_version" };
}

/** Header, payload and signature of a COSE_Sign1 with nothing unprotected; null for anything else. */
function proofParts(proof) {
  try {
    const message = decodeCbor(proof);
    if (!(message instanceof Tagged) || message.tag !== 18 || !Array.isArray(message.value)) return null;
    const [header, open, payload, signature] = message.value;
    const bytes = [header, payload, signature].every((part) => part instanceof Uint8Array);
    const bare = message.value.length === 4 && open instanceof Map && open.size === 0;
    return bytes && bare ? { header, payload, signature } : null;
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

function protectedHeader(certificate) {
  return joined([0xa2, 0x01, 0x26, 0x04, 0x44], certificate.keyId.subarray(0, 4));
}

function proofClaims(values) {
  const kinds = [isInteger, isText, isInteger, isInteger, isInteger, isText, isInteger, isHash, isHash, isHash, isInteger];
  const sound = values.length === kinds.length && kinds.every((fits, place) => fits(values[place]));
  if (!sound) return { rejected: "damaged" };
  const [, kiosk, sequence, seconds, quarters, guide, pages, root, manifest, head, level] = values;
  const inRange = level >= 1 && level <= 4 && seconds >= 0 && seconds < 2 ** 33 && quarters > -96 && quarters < 96;
  if (!inRange) return { rejected: "damaged" };
  const issued = { seconds, quarters };
  return { kiosk, sequence, issued, guide, pages, root, manifest, head, level: LEVELS[level - 1] };
}

/** Whether the code and the manifest say the same. */
async function proofMatches(claims, manifest) {
  return (
    claims.kiosk === cutText(manifest.kiosk, 16) &&
    claims.guide === cutText(manifest.guide_id, 21) &&
    claims.issued.seconds === manifest.issued.seconds &&
    claims.issued.quarters === manifest.issued.quarters &&
    claims.pages === manifest.pages.length &&
    claims.level === manifest.level &&
    equal(claims.root, await pageRoot(manifest))
  );
}

/** `text` cut to `length` bytes of UTF-8, a character cut in two left out. */
function cutText(text, length) {
  const cut = new TextEncoder().encode(text).slice(0, length);
  return new TextDecoder().decode(cut).replace(/\ufffd+$/, "");
}
