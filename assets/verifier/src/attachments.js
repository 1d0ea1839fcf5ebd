// The two files attached to a receipt.

const MANIFEST_NAME = "manifeste.cbor";
const PROOF_NAME = "preuve.cbor";
const LONGEST_ATTACHMENT = 4_000_000;

/** { manifest, proof }; null where the PDF does not carry exactly both. */
async function readAttachments(pdf) {
  try {
    const file = new PdfFile(pdf);
    const root = file.dictionary(file.trailer.get("Root"));
    const tree = file.dictionary(file.dictionary(root.get("Names")).get("EmbeddedFiles"));
    const names = file.resolve(tree.get("Names"));
    if (!Array.isArray(names) || names.length !== 4) return null;
    const found = new Map();
    for (let place = 0; place < 4; place += 2) found.set(names[place], await attachedFile(file, names[place + 1]));
    if (found.size !== 2 || !found.has(MANIFEST_NAME) || !found.has(PROOF_NAME)) return null;
    return { manifest: found.get(MANIFEST_NAME), proof: found.get(PROOF_NAME) };
  } catch (error) {
    if (error instanceof Malformed) return null;
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
