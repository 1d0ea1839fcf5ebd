// Time stamps added to a receipt after its signature. Each must be, to the byte, the revision a kiosk writes for its token.

const MOST_STAMPS = 16;
const STAMP_ROOM = 512;
const LARGEST_STAMP_ROOM = 65_536;
const TRAILER =
  /trailer\n<<\n\/Size (\d+)\n\/Root (\d+ 0 R)\n\/ID (\[ <[0-9a-f]{32}> <[0-9a-f]{32}> \])\n\/Prev \d+\n>>\n$/;
const FORM = /^<<\n\/Fields \[ ((?:\d+ 0 R )+)\]\n\/SigFlags 3\n>>$/;
const PAGE = /^<<\n[^]*\/Type \/Page\n\/Annots \[ ((?:\d+ 0 R )+)\]\n>>$/;

/** `pdf` up to the end of what its first signature covers; all of it where that cannot be told. */
function signedPart(pdf) {
  const found = /\/ByteRange \[0 \d{1,9} (\d{1,9}) (\d{1,9})\]/.exec(LATIN.decode(pdf));
  const end = found ? Number(found[1]) + Number(found[2]) : pdf.length;
  return end < pdf.length ? pdf.slice(0, end) : pdf;
}

/** The stamps after the `signed` part, oldest first. Throws `Malformed` for anything else that is there. */
async function stampsAfter(pdf, signed) {
  const found = [];
  for (let current = signed; current.length < pdf.length; ) {
    if (found.length === MOST_STAMPS) throw new Malformed("too many stamps");
    const { whole, token } = await nextRevision(pdf, current);
    found.push(token);
    current = whole;
  }
  return found;
}

async function nextRevision(pdf, current) {
  const span = /\/ByteRange \[0 (\d{9}) (\d{9}) \d{9}\]/.exec(LATIN.decode(pdf.subarray(current.length)));
  const room = span ? Math.floor((Number(span[2]) - Number(span[1]) - 2) / 2) : 0;
  if (room <= 0 || room > LARGEST_STAMP_ROOM || room % STAMP_ROOM) throw new Malformed("no stamp");
  const { before, after } = stampFrame(current, room);
  const gap = LATIN.decode(pdf.subarray(before.length + 1, before.length + 1 + 2 * room));
  if (gap.length !== 2 * room || !/^3082[0-9A-F]*$/.test(gap)) throw new Malformed("no token");
  const data = fromHex(gap);
  const der = data.slice(0, 4 + data[2] * 256 + data[3]);
  const padded = hex(joined(der, new Uint8Array(Math.max(0, room - der.length)))).toUpperCase();
  const whole = joined(before, ascii(`<${padded}>`), after);
  if (der.length > room || whole.length > pdf.length || !equal(whole, pdf.subarray(0, whole.length))) {
    throw new Malformed("not this revision");
  }
  const token = await readToken(der);
  if (!equal(token.digest, await sha256(joined(before, after)))) throw new Malformed("a stamp of another file");
  return { whole, token };
}

/** The revision that adds one stamp to `pdf`, but for the token: what comes before it, and after. */
function stampFrame(pdf, room) {
  const text = LATIN.decode(pdf);
  const { size, root, identifiers, start } = lastTrailer(text);
  const objects = lastObjects(text, start);
  const [form, fields] = onlyObject(objects, FORM);
  const [page, notes] = onlyObject(objects, PAGE);
  const [field, stamp] = [size, size + 1];
  const bodies = new Map([
    [form, `<<\n/Fields [ ${fields}${field} 0 R ]\n/SigFlags 3\n>>`],
    [page, objects.get(page).split(`/Annots [ ${notes}]`).join(`/Annots [ ${notes}${field} 0 R ]`)],
    [field, stampField(`Horodatage${fields.split(" R").length - 1}`, page, stamp)],
  ]);
  const offsets = new Map();
  let added = "";
  for (const number of [...bodies.keys()].sort((one, other) => one - other)) {
    offsets.set(number, text.length + added.length);
    added += `${number} 0 obj\n${bodies.get(number)}\nendobj\n`;
  }
  offsets.set(stamp, text.length + added.length);
  const head = `${stamp} 0 obj\n<<\n/Type /DocTimeStamp\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.RFC3161\n`;
  const opening = (...range) => `${head}/ByteRange [0 ${range.map((one) => padded(one, 9)).join(" ")}]\n/Contents `;
  const gap = text.length + added.length + opening(0, 0, 0).length;
  const table = gap + 2 * room + 2 + "\n>>\nendobj\n".length;
  const numbers = [...offsets.keys()].sort((one, other) => one - other);
  const after =
    `\n>>\nendobj\nxref\n${numbers.map((one) => `${one} 1\n${padded(offsets.get(one), 10)} 00000 n \n`).join("")}` +
    `trailer\n<<\n/Size ${stamp + 1}\n/Root ${root}\n/ID ${identifiers}\n/Prev ${start}\n>>\nstartxref\n${table}\n%%EOF\n`;
  const rest = latinBytes(added + opening(gap, gap + 2 * room + 2, after.length));
  return { before: joined(pdf, rest), after: latinBytes(after) };
}

function stampField(name, page, stamp) {
  const box = "/Type /Annot\n/Subtype /Widget\n/F 132\n/Rect [ 0 0 0 0 ]";
  return `<<\n/FT /Sig\n/T (${name})\n${box}\n/P ${page} 0 R\n/V ${stamp} 0 R\n>>`;
}

function padded(number, length) {
  return String(number).padStart(length, "0");
}

function lastTrailer(text) {
  const end = /startxref\n(\d{1,9})\n%%EOF\n$/.exec(text.slice(-64));
  if (!end) throw new Malformed("no startxref");
  const start = Number(end[1]);
  const found = TRAILER.exec(text.slice(start, text.length - end[0].length));
  if (!found) throw new Malformed("no trailer of ours");
  return { size: Number(found[1]), root: found[2], identifiers: found[3], start };
}

/** The objects of the last revision by number, as they are written between "obj" and "endobj". */
function lastObjects(text, start) {
  if (text.slice(start, start + 5) !== "xref\n") throw new Malformed("no table");
  const objects = new Map();
  const section = /(\d+) (\d+)\n((?:\d{10} \d{5} [nf] \n)+)/y;
  section.lastIndex = start + 5;
  for (let found = section.exec(text); found; found = section.exec(text)) {
    for (const [rank, line] of found[3].split("\n").slice(0, -1).entries()) {
      const [number, offset] = [Number(found[1]) + rank, Number(line.slice(0, 10))];
      const head = `${number} 0 obj\n`;
      if (line[17] !== "n" || !text.startsWith(head, offset)) continue;
      const end = text.indexOf("\nendobj\n", offset);
      objects.set(number, text.slice(offset + head.length, end));
    }
  }
  return objects;
}

/** The number of the one object of this form, and its list of references. */
function onlyObject(objects, form) {
  const found = [...objects].flatMap(([number, body]) => {
    const match = form.exec(body);
    return match ? [[number, match[1]]] : [];
  });
  if (found.length !== 1) throw new Malformed("no such object");
  return found[0];
}
