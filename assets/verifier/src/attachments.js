// The files attached to a receipt, or to a follow-up. Only read once the signature over the PDF holds.

const MANIFEST_NAME = "manifeste.cbor";
const PROOF_NAME = "preuve.cbor";
const LOG_PROOF_NAME = "preuve.tlog-proof";
const SINCE_NAME = "repere.tst";
const EVENT_NAME = "evenement.cose";
const RECEIPT_NAMES = [MANIFEST_NAME, PROOF_NAME, LOG_PROOF_NAME, SINCE_NAME];
const LONGEST_ATTACHMENT = 4_000_000;

/** { manifest, proof, log, since } of a receipt, the last two undefined where they are not there; null for another PDF. */
function receiptFiles(files) {
  const [manifest, proof, log, since] = RECEIPT_NAMES.map((name) => files.get(name));
  const known = [...files.keys()].every((name) => RECEIPT_NAMES.includes(name));
  return known && manifest && proof ? { manifest, proof, log, since } : null;
}

/** The code of a follow-up; null for another PDF. */
function eventFile(files) {
  return files.size === 1 && files.has(EVENT_NAME) ? files.get(EVENT_NAME) : null;
}

/** Every attached file by its name; none where they cannot be read. */
async function attachedFiles(pdf) {
  const found = new Map();
  try {
    const file = new PdfFile(pdf);
    const root = file.dictionary(file.trailer.get("Root"));
    const tree = file.dictionary(file.dictionary(root.get("Names")).get("EmbeddedFiles"));
    const names = file.resolve(tree.get("Names"));
    if (!Array.isArray(names) || names.length % 2 || names.length > 2 * RECEIPT_NAMES.length) return found;
    for (let place = 0; place < names.length; place += 2) {
      if (typeof names[place] !== "string" || found.has(names[place])) return new Map();
      found.set(names[place], await attachedFile(file, names[place + 1]));
    }
    return found;
  } catch (error) {
    if (error instanceof Malformed) return new Map();
    throw error;
  }
}

async function attachedFile(file, specification) {
  const stream = file.resolve(file.dictionary(file.dictionary(specification).get("EF")).get("F"));
  if (!(stream instanceof Stream)) throw new Malformed("no attached file");
  const filter = stream.entries.get("Filter");
  if (filter === undefined) return stream.data;
  if (!(filter instanceof Name) || filter.text !== "FlateDecode" || stream.entries.has("DecodeParms")) {
    throw new Malformed("another filter");
  }
  return inflate(stream.data);
}

async function inflate(data) {
  const parts = [];
  let length = 0;
  try {
    const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joined(...parts);
      length += value.length;
      if (length > LONGEST_ATTACHMENT) break;
      parts.push(value);
    }
  } catch {
    throw new Malformed("not deflated");
  }
  throw new Malformed("too long");
}
