// The page itself: what was given, and the verdict in words.

const TITLES = { genuine: "Authentique", altered: "Modifié ou inconnu", unusable: "Impossible à dire" };
const SIGNS = { genuine: "✓", altered: "✗", unusable: "?" };
const GROUPS = [
  ["Ce qui ne va pas", false],
  ["Ce qui est prouvé", true],
  ["Ce qui n’est pas prouvé", null],
];
const WORDS = {
  needCertificate: "Pour vérifier un code, donnez aussi le certificat de la borne.",
  compare: "Le reçu est entier. Comparez maintenant l’empreinte de la borne.",
  compareSelf: "Le fichier ne dit pas lui-même si cette borne est la vraie. L’empreinte, oui.",
  same: "Vous avez comparé l’empreinte de la borne.",
  notSame: "L’empreinte que vous avez tapée n’est pas celle de cette borne.",
  unknown: {
    signature: "Le fichier est entier depuis sa signature.",
    code: "Le code de preuve est signé par la même borne.",
  },
  noDetector: "Ce navigateur ne lit pas les codes en image. Collez le texte du code.",
  unreadable: "Ce fichier ne peut pas être lu.",
  notCertificate: "Ce fichier ne contient pas de certificat utilisable ici.",
};
const PICTURES = ["89504e47", "ffd8ff", "49492a00", "4d4d002a"];

const given = { receipt: null, pages: [], trusted: [], authorities: [], compared: false };
let latest = 0;

function byId(id) {
  return document.getElementById(id);
}

function orange(sentence, name = "input") {
  return { verdict: "unusable", checks: [{ name, passed: null, sentence }], sentence };
}

/** The verdict on all that was given, or null while there is nothing to judge. */
async function judge() {
  const { receipt, trusted, authorities } = given;
  const pages = given.pages.map((page) => page.data);
  if (!receipt) return null;
  const now = Date.now() / 1000;
  const data = await readable(receipt.data);
  if (data.verdict) return data;
  if (trusted.length) return verifyAny(data, pages, trusted, now, authorities);
  return judgeByEye(data, pages, now, authorities);
}

/** Without a certificate: the one in the PDF is only worth what its fingerprint is compared with. */
async function judgeByEye(data, pages, now, authorities) {
  const signed = await takeApart(signedPart(data));
  const carried = signed.container ? await carriedCertificate(signed.container) : null;
  if (!carried) {
    if ([PREFIX, EVENT_PREFIX].includes(LATIN.decode(data.subarray(0, 3))) || looksLikePageProof(data)) return orange(WORDS.needCertificate);
    const unusable = whyUnusable(data, [carried]);
    if (unusable) return orange(unusable);
    const sentence = SAID.flaws[signed.flaw || "changed"];
    return { verdict: "altered", checks: [{ name: "signature", passed: false, sentence }], sentence };
  }
  const report = await verifyAny(data, pages, [carried], now, authorities);
  if (report.verdict !== "genuine") return report;
  const typed = byId("fingerprint").value.toLowerCase().replace(/[^0-9a-f]/g, "");
  if (typed && typed !== hex(carried.digest)) {
    const checks = [...report.checks, { name: "fingerprint", passed: false, sentence: WORDS.notSame }];
    return { verdict: "altered", checks, sentence: WORDS.notSame, carried };
  }
  if (typed || given.compared) {
    return { ...report, checks: [{ name: "fingerprint", passed: true, sentence: WORDS.same }, ...report.checks], carried };
  }
  // Nothing says yet that this kiosk is known.
  const checks = report.checks
    .map((check) => (WORDS.unknown[check.name] ? { ...check, sentence: WORDS.unknown[check.name] } : check))
    .concat({ name: "fingerprint", passed: null, sentence: WORDS.compareSelf });
  return { verdict: "unusable", checks, sentence: WORDS.compare, carried };
}

/** The bytes to judge: those of a picture's code where the browser can read it, else a report that says why not. */
async function readable(data) {
  const head = hex(data.subarray(0, 4));
  let text = null;
  if (PICTURES.some((magic) => head.startsWith(magic))) {
    const codes = await codesIn(data);
    if (!codes) return orange(WORDS.noDetector);
    if (codes.some(isKey)) return orange(SAID.key_shown);
    if (codes.length !== 1) return orange(codes.length ? SAID.several_codes : SAID.no_code);
    [text] = codes;
  } else if (isKey(new TextDecoder().decode(data.subarray(0, 400)))) {
    return orange(SAID.key_shown);
  }
  return text === null ? data : new TextEncoder().encode(text);
}

function isKey(text) {
  return /AGE-SECRET-KEY-1/i.test(text);
}

/** The texts of the QR codes in a picture; null where this browser cannot read any. */
async function codesIn(data) {
  if (!("BarcodeDetector" in window)) return null;
  try {
    const picture = await createImageBitmap(new Blob([data]));
    const found = await new window.BarcodeDetector({ formats: ["qr_code"] }).detect(picture);
    return [...new Set(found.map((code) => code.rawValue))];
  } catch {
    return null;
  }
}

async function refresh() {
  const turn = (latest += 1);
  wait();
  let report;
  try {
    report = await judge();
  } catch {
    report = orange(WORDS.unreadable);
  }
  if (turn === latest) show(report);
}

/** The verdict on what was given before is not shown beside what is given now. */
function wait() {
  const panel = byId("verdict");
  panel.dataset.verdict = "none";
  panel.setAttribute("aria-busy", "true");
  for (const id of ["sign", "sentence", "checks"]) byId(id).replaceChildren();
  byId("title").textContent = "Vérification…";
}

function show(report) {
  const panel = byId("verdict");
  panel.dataset.verdict = report ? report.verdict : "none";
  panel.setAttribute("aria-busy", "false");
  byId("sign").textContent = report ? SIGNS[report.verdict] : "";
  byId("title").textContent = report ? TITLES[report.verdict] : "Donnez un reçu à vérifier.";
  byId("sentence").textContent = report ? report.sentence : "";
  byId("checks").replaceChildren(...(report ? lists(report.checks) : []));
  const carried = report && report.carried;
  byId("compare").hidden = !carried;
  byId("carried").textContent = carried ? carried.fingerprint : "";
}

/** The checks in numbered lists, numbered through. */
function lists(checks) {
  let next = 1;
  return GROUPS.flatMap(([title, passed]) => {
    const chosen = checks.filter((check) => check.passed === passed);
    if (!chosen.length) return [];
    const list = element("ol", "", chosen.map((check) => element("li", check.sentence)));
    list.start = next;
    next += chosen.length;
    return [element("h3", title), list];
  });
}

function element(tag, text, children = []) {
  const made = document.createElement(tag);
  made.textContent = text;
  made.append(...children);
  return made;
}

async function bytesOf(file) {
  return { name: file.name, data: new Uint8Array(await file.arrayBuffer()) };
}

async function takeReceipt([file]) {
  given.receipt = file ? await bytesOf(file) : null;
  given.compared = byId("same").checked = false;
  if (file) byId("text").value = "";
}

function takeText() {
  const text = byId("text").value;
  if (isKey(text)) byId("text").value = "";
  given.receipt = text.trim() ? { name: "", data: new TextEncoder().encode(text.replace(/^\s+(?=[TE]1:)/, "")) } : null;
  byId("receipt").value = "";
}

async function takePages(files) {
  given.pages = await Promise.all(Array.from(files, bytesOf));
}

async function takeCertificates(files) {
  given.trusted = await certificatesIn(files, "certificate", readCertificate, (one) => one.fingerprint);
}

async function takeAuthorities(files) {
  given.authorities = await certificatesIn(files, "authority", readAuthority, (one) => one.name);
}

/** The certificates in `files`, told below the box `id` by `title`. */
async function certificatesIn(files, id, read, title) {
  const found = [];
  const told = [];
  for (const file of files) {
    const { name, data } = await bytesOf(file);
    try {
      found.push(...(await readCertificates(data, read)));
    } catch {
      told.push(`${name}\u00a0: ${WORDS.notCertificate}`);
    }
  }
  byId(`${id}-names`).replaceChildren(...[...told, ...found.map(title)].map((line) => element("li", line)));
  return found;
}

/** Files chosen or dropped on a box go to `take`. */
function listen(id, take) {
  const [input, box] = [byId(id), byId(`${id}-box`)];
  const taken = async (files) => {
    wait();
    await take(files);
    await refresh();
  };
  input.addEventListener("change", () => taken(input.files));
  box.addEventListener("dragover", (event) => event.preventDefault());
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    taken(input.files);
  });
}

function start() {
  listen("receipt", takeReceipt);
  listen("pages", takePages);
  listen("certificate", takeCertificates);
  listen("authority", takeAuthorities);
  byId("text").addEventListener("input", () => {
    takeText();
    refresh();
  });
  byId("fingerprint").addEventListener("input", refresh);
  byId("same").addEventListener("change", () => {
    given.compared = byId("same").checked;
    refresh();
  });
  // A file dropped beside a box must not replace the page.
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());
  show(null);
}

start();
// For whoever checks this verifier against the public vectors.
window.temoin = { verifyAny, readCertificates, readAuthority, fromHex, hex };
