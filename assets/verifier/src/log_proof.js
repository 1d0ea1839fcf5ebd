// The receipt's place in the kiosk's log (c2sp.org/tlog-proof), under a signed checkpoint (c2sp.org/signed-note).

const LOG_PROOF_HEADER = "c2sp.org/tlog-proof@v1";
const ED25519 = 1;
const LONGEST_NOTE = 100_000;

/** The browser cannot do what is needed to judge: nothing is said then, rather than too much. */
class TooOld extends Error {}

/** { index, path, size, root } of a proof that its own key signed. Throws `Malformed`, `TooOld`. */
async function readLogProof(data) {
  const [head, note] = cutAt(utf8(data), "\n\n");
  const [header, extra, index, ...path] = head.split("\n");
  if (header !== LOG_PROOF_HEADER || index === undefined) throw new Malformed("not a log proof");
  const verifier = await readVerifier(utf8(decode64(after(extra, "extra "))));
  const checkpoint = readCheckpoint(await openNote(note, verifier), verifier.name);
  const siblings = path.map(decode64);
  if (siblings.length > 63 || siblings.some((one) => one.length !== 32)) throw new Malformed("not a path");
  return { index: countIn(after(index, "index ")), path: siblings, ...checkpoint };
}

/** Whether the row `sequence` with this `head` stands where the proof says. */
async function logProofHolds({ index, path, size, root }, head, sequence) {
  return index === Number(sequence) - 1 && included({ index, size, path }, await sha256(joined([0], head)), root);
}

/** "name+id+key", the public half of a log's key. */
async function readVerifier(text) {
  const [name, id, ...rest] = text.split("+");
  const data = decode64(rest.join("+"));
  const keyId = (await sha256(joined(new TextEncoder().encode(`${name}\n`), data))).slice(0, 4);
  if (data[0] !== ED25519 || data.length !== 33 || hex(keyId) !== id) throw new Malformed("not a key");
  return { name, keyId, key: data.slice(1) };
}

/** The text of a note that `verifier` signed; lines of unknown keys are passed over. */
async function openNote(note, verifier) {
  const end = note.lastIndexOf("\n\n");
  // eslint-disable-next-line no-control-regex
  if (end < 0 || note.length > LONGEST_NOTE || /[\0-\x09\x0b-\x1f]/.test(note)) throw new Malformed("not a note");
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split("\n");
  if (lines.pop() !== "" || !lines.length || lines.length > 64) throw new Malformed("not a note");
  let held = false;
  for (const line of lines) {
    const [name, encoded] = cutAt(after(line, "— "), " ");
    const signature = decode64(encoded);
    if (!name || /[+\s]/.test(name)) throw new Malformed("not a signature");
    if (name !== verifier.name || !equal(signature.subarray(0, 4), verifier.keyId)) continue;
    if (!(await ed25519Holds(verifier.key, new TextEncoder().encode(text), signature.slice(4)))) {
      throw new Malformed("a false signature");
    }
    held = true;
  }
  if (!held) throw new Malformed("nobody known signed this");
  return text;
}

function readCheckpoint(body, origin) {
  const lines = body.split("\n");
  if (lines.length < 4 || lines[0] !== origin || lines.at(-1) !== "" || lines.slice(3, -1).includes("")) {
    throw new Malformed("not a checkpoint");
  }
  const root = decode64(lines[2]);
  if (root.length !== 32) throw new Malformed("not a checkpoint");
  return { size: countIn(lines[1]), root };
}

async function ed25519Holds(key, message, signature) {
  let imported;
  try {
    imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  } catch {
    throw new TooOld();
  }
  return signature.length === 64 && crypto.subtle.verify("Ed25519", imported, signature, message);
}

/** The two sides of the first `mark`. */
function cutAt(text, mark) {
  const place = text.indexOf(mark);
  if (place < 0) throw new Malformed("cut");
  return [text.slice(0, place), text.slice(place + mark.length)];
}

function after(text, start) {
  if (!text.startsWith(start)) throw new Malformed("not this line");
  return text.slice(start.length);
}

function countIn(text) {
  if (!/^(0|[1-9]\d{0,14})$/.test(text)) throw new Malformed("not a number");
  return Number(text);
}

/** Base64 in its one form. */
function decode64(text) {
  const data = fromBase64(text);
  if (btoa(String.fromCharCode(...data)) !== text) throw new Malformed("not canonical Base64");
  return data;
}
