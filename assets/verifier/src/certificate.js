// The public half of a kiosk: what verification compares with and trusts.

const SUBTLE_P256 = { name: "ECDSA", namedCurve: "P-256" };

/** The certificate in `der`. Throws `Malformed` where it is not that of a kiosk. */
async function readCertificate(der) {
  const [toBeSigned] = elements(onlyElement(der, SEQUENCE).content);
  const fields = elements(toBeSigned.content);
  if (fields[0].tag === CONTEXT_0) fields.shift();
  const [serial, , issuer, validity, , key] = fields;
  if (!key || serial.tag !== INTEGER || issuer.tag !== SEQUENCE) throw new Malformed("not a certificate");
  const [from, until] = elements(validity.content).map(instant);
  const digest = await sha256(der);
  return {
    der,
    serial: serial.whole,
    issuer: issuer.whole,
    from,
    until,
    digest,
    fingerprint: grouped(digest),
    keyId: (await sha256(key.whole)).slice(0, 8),
    key: await publicKey(key.whole),
  };
}

async function publicKey(info) {
  try {
    return await crypto.subtle.importKey("spki", info, SUBTLE_P256, false, ["verify"]);
  } catch {
    throw new Malformed("not the key of a kiosk");
  }
}

/** Seconds since 1970 of a UTCTime or GeneralizedTime. */
function instant({ tag, content }) {
  const text = LATIN.decode(content);
  const digits = tag === 0x17 ? (text < "50" ? "20" : "19") + text : text;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(digits);
  if (!parts || (tag !== 0x17 && tag !== 0x18)) throw new Malformed("not a date");
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

/** The certificates in a file: PEM with one or several, or one DER. */
async function readCertificates(data) {
  const text = LATIN.decode(data);
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)];
  const ders = text.includes("-----BEGIN CERTIFICATE-----")
    ? blocks.map((block) => fromBase64(block[1].replace(/\s/g, "")))
    : [data];
  if (!ders.length) throw new Malformed("no certificate");
  const found = [];
  for (const der of ders) found.push(await readCertificate(der));
  return found;
}

function fromBase64(text) {
  try {
    return ascii(atob(text));
  } catch {
    throw new Malformed("not Base64");
  }
}
