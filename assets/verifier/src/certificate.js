// Certificates: that of a kiosk, and that of the root which names the operator's kiosks.

const SUBTLE_P256 = { name: "ECDSA", namedCurve: "P-256" };
const CONSTRAINTS = "0603551d13";
const KEY_USAGE = "0603551d0f";
const SIGNS_ONLY = "030206c0"; // digitalSignature and contentCommitment, nothing else
const NAMES = ["0603550403", "060355040a"]; // commonName, else organizationName

/** Everything a certificate says, its key not imported. Throws `Malformed`. */
async function takeCertificateApart(der) {
  const [signed, algorithm, bits] = inside(onlyElement(der, SEQUENCE), SEQUENCE, SEQUENCE, BITS);
  const fields = elements(signed.content);
  if (fields[0].tag === CONTEXT_0) fields.shift();
  const [serial, inner, issuer, validity, subject, key, ...rest] = fields;
  const shaped = key && serial.tag === INTEGER && issuer.tag === SEQUENCE && subject.tag === SEQUENCE;
  const positive = shaped && serial.content[0] < 0x80 && serial.content.some((byte) => byte);
  if (!positive || !equal(inner.whole, algorithm.whole) || bits.content[0] !== 0) throw new Malformed("not a certificate");
  const [from, until] = elements(validity.content).map(instant);
  const digest = await sha256(der);
  return {
    der,
    serial: serial.whole,
    issuer: issuer.whole,
    subject: subject.whole,
    name: nameIn(subject),
    from,
    until,
    digest,
    fingerprint: grouped(digest),
    keyInfo: key.whole,
    extensions: extensionsIn(rest.find((one) => one.tag === 0xa3)),
    signed: signed.whole,
    algorithm: algorithm.content,
    signature: bits.content.slice(1),
  };
}

/** The certificate of a kiosk or a root in `der`. Throws `Malformed` for any other. */
async function readCertificate(der) {
  const certificate = await takeCertificateApart(der);
  const info = certificate.keyInfo;
  return {
    ...certificate,
    keyId: (await sha256(info)).slice(0, 8),
    isRoot: isRoot(certificate),
    key: await publicKey(info),
  };
}

async function publicKey(info) {
  try {
    return await crypto.subtle.importKey("spki", info, SUBTLE_P256, false, ["verify"]);
  } catch {
    throw new Malformed("not the key of a kiosk");
  }
}

function nameIn(subject) {
  for (const wanted of NAMES) {
    for (const set of elements(subject.content)) {
      for (const pair of elements(set.content)) {
        const [kind, text] = elements(pair.content);
        if (hex(kind.whole) === wanted) return text.tag === 0x1e ? "?" : new TextDecoder().decode(text.content);
      }
    }
  }
  return "?";
}

/** Extension by identifier: { critical, value }. One that is there twice makes all of it unreadable. */
function extensionsIn(wrapped) {
  const found = new Map();
  for (const one of wrapped ? elements(onlyElement(wrapped.content, SEQUENCE).content) : []) {
    const parts = elements(one.content);
    const kind = hex(parts[0].whole);
    if (found.has(kind)) throw new Malformed("an extension twice");
    const critical = parts.length === 3 && hex(parts[1].whole) === "0101ff";
    if (parts.length !== (critical ? 3 : 2)) throw new Malformed("not an extension");
    found.set(kind, { critical, value: parts.at(-1).content });
  }
  return found;
}

/** Whether it signs other certificates, and never a receipt. */
function isRoot({ extensions }) {
  const constraints = extensions.get(CONSTRAINTS);
  return constraints !== undefined && hex(onlyElement(constraints.value, SEQUENCE).content).startsWith("0101ff");
}

/** Whether `root` signed the certificate, which is a kiosk's, within the root's own life. */
async function issuedByRoot(certificate, root) {
  if (!root.isRoot || certificate.isRoot) return false;
  const usage = certificate.extensions.get(KEY_USAGE);
  const within = root.from <= certificate.from && certificate.until <= root.until;
  if (!within || !usage || hex(usage.value) !== SIGNS_ONLY) return false;
  return issuedBy(certificate, { ...root, key: await anyKey(root.keyInfo) });
}

/** Seconds since 1970 of a UTCTime or GeneralizedTime. */
function instant({ tag, content }) {
  const text = LATIN.decode(content);
  const digits = tag === 0x17 ? (text < "50" ? "20" : "19") + text : text;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(digits);
  if (!parts || (tag !== 0x17 && tag !== 0x18)) throw new Malformed("not a date");
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (date.toISOString().replace(/\D/g, "").slice(0, 14) !== digits.slice(0, 14)) throw new Malformed("no such date");
  return date.getTime() / 1000;
}

/** The DER files in `data`: PEM with one or several, or one DER. */
function dersIn(data) {
  const text = LATIN.decode(data);
  if (!text.includes("-----BEGIN CERTIFICATE-----")) return [data];
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)];
  if (!blocks.length) throw new Malformed("no certificate");
  return blocks.map((block) => fromBase64(block[1].replace(/\s/g, "")));
}

/** The certificates in a file, each read by `read`. */
async function readCertificates(data, read = readCertificate) {
  const found = [];
  for (const der of dersIn(data)) found.push(await read(der));
  return found;
}

function fromBase64(text) {
  try {
    return ascii(atob(text));
  } catch {
    throw new Malformed("not Base64");
  }
}
