// ECDSA on P-256 in one form only: the low half of S, one encoding.

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Whether `signature` (r‖s) is that of `message` by `key`. */
async function signatureHolds(key, message, signature) {
  if (signature.length !== 64 || BigInt(`0x${hex(signature.subarray(32))}`) > ORDER / 2n) return false;
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, message);
}

/** r‖s (`size` bytes each) of an ECDSA-Sig-Value; null unless it is written in its one canonical way. */
function signatureFromDer(encoded, size = 32) {
  try {
    const parts = elements(onlyElement(encoded, SEQUENCE).content);
    if (parts.length !== 2) return null;
    return joined(...parts.map((part) => halfOf(part, size)));
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

/** The `size` bytes of a DER integer that is not negative and no longer than needed. */
function halfOf({ tag, content }, size) {
  const padded = content[0] === 0 && content.length > 1;
  const digits = padded ? content.subarray(1) : content;
  const canonical = padded === digits[0] >= 0x80 && content.length > 0;
  if (tag !== INTEGER || !canonical || digits.length > size) throw new Malformed("not a signature");
  return joined(new Uint8Array(size - digits.length), digits);
}
