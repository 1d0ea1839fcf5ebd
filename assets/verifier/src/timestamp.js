// Time stamps of an outside authority (RFC 3161), in exactly one form: taken apart, written again, compared.

const STAMP_OIDS = {
  signedData: "06092a864886f70d010702",
  tstInfo: "060b2a864886f70d0109100104",
  rsa: "06092a864886f70d010101",
  contentType: "06092a864886f70d010903",
  messageDigest: "06092a864886f70d010904",
  named: "060b2a864886f70d010910020c",
  namedV2: "060b2a864886f70d010910022f",
  usage: "0603551d25",
};
const STAMPING = "300a06082b06010505070308";
const HASHES = {
  "0609608648016503040201": { name: "SHA-256", ecdsa: "06082a8648ce3d040302", rsa: "06092a864886f70d01010b" },
  "0609608648016503040202": { name: "SHA-384", ecdsa: "06082a8648ce3d040303", rsa: "06092a864886f70d01010c" },
  "0609608648016503040203": { name: "SHA-512", ecdsa: "06082a8648ce3d040304", rsa: "06092a864886f70d01010d" },
};
const CURVES = {
  "06082a8648ce3d030107": { name: "P-256", size: 32, order: ORDER },
  "06052b81040022": {
    name: "P-384",
    size: 48,
    order: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
};

/** The stamp in `data`: { time, digest, authority }. Throws `Malformed` unless it is in its one form and holds. */
async function readToken(data) {
  const [, wrapped] = inside(onlyElement(data, SEQUENCE), OID, CONTEXT_0);
  const [signed] = inside(wrapped, SEQUENCE);
  const [, , content, certificates, signers] = inside(signed, INTEGER, SET, SEQUENCE, CONTEXT_0, SET);
  const [info] = inside(inside(content, OID, CONTEXT_0)[1], OCTETS);
  const [certificate] = inside(certificates, SEQUENCE);
  const [signer] = inside(signers, SEQUENCE);
  const [, , hash, attributes, , signature] = inside(signer, INTEGER, SEQUENCE, SEQUENCE, CONTEXT_0, SEQUENCE, OCTETS);
  const digest = HASHES[hex(inside(hash, OID)[0].whole)];
  if (!digest) throw new Malformed("not this hash");
  const authority = await readAuthority(certificate.whole);
  const parts = { info: info.content, attributes: attributes.content, hash: hash.whole, digest, signature: signature.content };
  if (!equal(assembleToken(parts, authority), data)) throw new Malformed("another form");
  await checkToken(parts, authority);
  return { ...toldBy(info.content), authority };
}

function assembleToken({ info, attributes, hash, digest, signature }, authority) {
  const algorithm = authority.key.curve ? fromHex(digest.ecdsa) : joined(fromHex(STAMP_OIDS.rsa), [5, 0]);
  const signer = tlv(
    SEQUENCE,
    [INTEGER, 1, 1],
    tlv(SEQUENCE, authority.issuer, authority.serial),
    hash,
    tlv(CONTEXT_0, attributes),
    tlv(SEQUENCE, algorithm),
    tlv(OCTETS, signature),
  );
  const content = tlv(SEQUENCE, fromHex(STAMP_OIDS.tstInfo), tlv(CONTEXT_0, tlv(OCTETS, info)));
  const signed = tlv(
    SEQUENCE,
    [INTEGER, 1, 3],
    tlv(SET, hash),
    content,
    tlv(CONTEXT_0, authority.der),
    tlv(SET, signer),
  );
  return tlv(SEQUENCE, fromHex(STAMP_OIDS.signedData), tlv(CONTEXT_0, signed));
}

async function checkToken(parts, authority) {
  const values = new Map();
  for (const one of elements(parts.attributes)) {
    const [kind, value] = inside(one, OID, SET);
    if (values.has(hex(kind.whole))) throw new Malformed("an attribute twice");
    values.set(hex(kind.whole), elements(value.content));
  }
  const only = (kind) => {
    const found = values.get(STAMP_OIDS[kind]);
    if (!found || found.length !== 1) throw new Malformed("no such attribute");
    return found[0];
  };
  const digest = tlv(OCTETS, await digestOf(parts.digest.name, parts.info));
  const same =
    hex(only("contentType").whole) === STAMP_OIDS.tstInfo &&
    equal(only("messageDigest").whole, digest) &&
    (await names(values.has(STAMP_OIDS.namedV2) ? only("namedV2") : only("named"), values, authority));
  const signed = tlv(SET, parts.attributes);
  if (!same || !(await keyHolds(authority.key, parts.digest.name, signed, parts.signature, true))) {
    throw new Malformed("a false stamp");
  }
  const usage = authority.extensions.get(STAMP_OIDS.usage);
  if (!usage || !usage.critical || hex(usage.value) !== STAMPING) throw new Malformed("not an authority");
}

/** Whether the signed attribute names exactly this certificate (RFC 5035). */
async function names(named, values, authority) {
  const [certificates] = elements(onlyElement(named.whole, SEQUENCE).content);
  const [identifier] = elements(onlyElement(certificates.whole, SEQUENCE).content);
  let [first, second] = elements(identifier.content);
  let hash = values.has(STAMP_OIDS.namedV2) ? "SHA-256" : "SHA-1";
  if (hash === "SHA-256" && first.tag === SEQUENCE) {
    hash = (HASHES[hex(elements(first.content)[0].whole)] || {}).name;
    first = second;
  }
  if (!hash || !first) throw new Malformed("names nobody");
  return equal(first.whole, tlv(OCTETS, await digestOf(hash, authority.der)));
}

/** { time, digest }: seconds since 1970, a fraction left out. */
function toldBy(info) {
  const [, policy, imprint, serial, time, ...rest] = elements(onlyElement(info, SEQUENCE).content);
  const [algorithm, digest] = inside(imprint, SEQUENCE, OCTETS);
  const [kind, ...parameters] = elements(algorithm.content);
  const shaped =
    policy.tag === OID &&
    serial.tag === INTEGER &&
    time.tag === 0x18 &&
    rest.filter((one) => one.tag === INTEGER).length < 2 &&
    parameters.length < 2 &&
    parameters.every((one) => hex(one.whole) === "0500") &&
    (HASHES[hex(kind.whole)] || {}).name === "SHA-256" &&
    digest.content.length === 32;
  const whole = /^(\d{14})(?:\.\d*[1-9])?Z$/.exec(LATIN.decode(time.content));
  if (!shaped || !whole) throw new Malformed("not what a stamp tells");
  return { time: instant({ tag: 0x18, content: ascii(`${whole[1]}Z`) }), digest: digest.content };
}

/** The certificate of a time-stamp authority, or of who issues one. */
async function readAuthority(der) {
  const certificate = await takeCertificateApart(der);
  return { ...certificate, key: await anyKey(certificate.keyInfo) };
}

async function anyKey(info) {
  const [algorithm] = inside(onlyElement(info, SEQUENCE), SEQUENCE, BITS);
  const [kind, curve] = elements(algorithm.content);
  if (hex(kind.whole) === STAMP_OIDS.rsa) return { info };
  const known = curve && CURVES[hex(curve.whole)];
  if (!known) throw new Malformed("not this key");
  return { info, curve: known };
}

/** Whether `signature` (DER for ECDSA) is that of `message`; `low`: in its one form, with the lower half of s. */
async function keyHolds({ info, curve }, hash, message, signature, low) {
  try {
    if (!curve) {
      const rsa = { name: "RSASSA-PKCS1-v1_5", hash };
      const key = await crypto.subtle.importKey("spki", info, rsa, false, ["verify"]);
      return await crypto.subtle.verify(rsa, key, signature, message);
    }
    const raw = signatureFromDer(signature, curve.size);
    if (!raw || (low && BigInt(`0x${hex(raw.subarray(curve.size))}`) > curve.order / 2n)) return false;
    const ecdsa = { name: "ECDSA", namedCurve: curve.name };
    const key = await crypto.subtle.importKey("spki", info, ecdsa, false, ["verify"]);
    return await crypto.subtle.verify({ name: "ECDSA", hash }, key, raw, message);
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** Whether a stamp's authority is one of `anchors`, or has its certificate from one, at the time it tells. */
async function vouchedBy({ authority, time }, anchors) {
  if (!wasValid(authority, time)) return false;
  for (const anchor of anchors) {
    if (equal(authority.der, anchor.der)) return true;
    if (wasValid(anchor, time) && (await issuedBy(authority, anchor))) return true;
  }
  return false;
}

function wasValid(certificate, seconds) {
  return certificate.from <= seconds && seconds <= certificate.until;
}

/** Whether the key of `anchor` signed `certificate`, in its name. */
async function issuedBy(certificate, anchor) {
  if (!equal(certificate.issuer, anchor.subject)) return false;
  const [algorithm] = elements(certificate.algorithm);
  const digest = Object.values(HASHES).find((one) => [one.ecdsa, one.rsa].includes(hex(algorithm.whole)));
  if (!digest || (hex(algorithm.whole) === digest.ecdsa) !== Boolean(anchor.key.curve)) return false;
  return keyHolds(anchor.key, digest.name, certificate.signed, certificate.signature, false);
}

async function digestOf(name, data) {
  return new Uint8Array(await crypto.subtle.digest(name, data));
}
