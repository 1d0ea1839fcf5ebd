// The verdict on what was given, and each check it rests on, in the order they are made.
// verdict: "genuine", "altered" or "unusable"; a check's `passed`: true, false, or null where it cannot be judged.

const LARGEST_RECEIPT = 64_000_000;
const SEALED_MAGIC = "age-encryption.org/v1\n";

class Examination {
  constructor() {
    this.checks = [];
  }

  holds(name, sentence, values = {}) {
    this.checks.push({ name, passed: true, sentence: filled(sentence, values) });
  }

  fails(name, sentence, values = {}) {
    this.checks.push({ name, passed: false, sentence: filled(sentence, values) });
  }

  leavesOpen(name, sentence, values = {}) {
    this.checks.push({ name, passed: null, sentence: filled(sentence, values) });
  }

  /** The good end. Refused if any check failed: no path may reach it by mistake. */
  genuine(sentence) {
    if (!this.checks.length || this.checks.some((check) => check.passed === false)) throw new Error("cannot end well");
    return { verdict: "genuine", checks: this.checks, sentence };
  }

  altered() {
    return { verdict: "altered", checks: this.checks, sentence: this.checks.find((check) => check.passed === false).sentence };
  }

  undecided() {
    return { verdict: "unusable", checks: this.checks, sentence: this.checks.at(-1).sentence };
  }

  unusable(sentence) {
    return { verdict: "unusable", checks: [{ name: "input", passed: false, sentence }], sentence };
  }
}

/** The verdict on a PDF, a page's proof or the text of a code, whichever `data` is. `now`: seconds, or null. */
async function verifyAny(data, pages, trusted, now) {
  const text = LATIN.decode(data.subarray(0, PREFIX.length));
  if (text === PREFIX) {
    if (pages.length) return new Examination().unusable(SAID.ticket_and_pages);
    return verifyText(new TextDecoder().decode(data), trusted, now);
  }
  if (looksLikePageProof(data)) return verifyPageProof(data, pages, trusted, now);
  return verifyReceipt(data, pages, trusted, now);
}

async function verifyReceipt(pdf, pages, trusted, now) {
  const examination = new Examination();
  const unusable = whyUnusable(pdf, trusted);
  if (unusable) return examination.unusable(unusable);
  const attested = await attestedBy(pdf, trusted, examination);
  if (!attested) return examination.altered();
  const { manifest, claims } = attested;
  if (!validThen(claims, examination)) return examination.altered();
  for (const [place, page] of pages.entries()) {
    if (await pageHolds(place + 1, page, manifest, examination)) continue;
    return examination.checks.at(-1).passed === false ? examination.altered() : examination.undecided();
  }
  remarks(manifest, claims, now, examination);
  return examination.genuine(genuineReceipt(manifest, claims, pages.length));
}

async function verifyText(text, trusted, now) {
  const examination = new Examination();
  if (!trusted.length) return examination.unusable(SAID.nobody_trusted);
  const claims = await readProof(text.replace(/^[\r\n\t]+|[\r\n\t]+$/g, ""), trusted);
  if (claims.rejected) {
    if (["not_a_proof", "unknown_version"].includes(claims.rejected)) return examination.unusable(SAID.rejected[claims.rejected]);
    examination.fails("code", SAID.rejected[claims.rejected]);
    return examination.altered();
  }
  examination.holds("code", SAID.code_holds);
  if (!validThen(claims, examination)) return examination.altered();
  remarks(null, claims, now, examination);
  return examination.genuine(genuineCode(claims));
}

async function verifyPageProof(data, pages, trusted, now) {
  const examination = new Examination();
  if (!trusted.length) return examination.unusable(SAID.nobody_trusted);
  const read = readPageProof(data);
  if (!read) {
    examination.fails("page proof", SAID.page_proof_damaged);
    return examination.altered();
  }
  const claims = await readProofBytes(read.proof, trusted);
  if (claims.rejected) {
    examination.fails("code", SAID.rejected[claims.rejected]);
    return examination.altered();
  }
  examination.holds("code", SAID.code_holds);
  if (!validThen(claims, examination)) return examination.altered();
  if (pages.length !== 1) {
    examination.leavesOpen("page 1", SAID.one_page_wanted);
    return examination.undecided();
  }
  if (!(await pageProofHolds(read, claims, await sha256(pages[0])))) {
    if (isSealed(pages[0])) {
      examination.leavesOpen("page 1", SAID.page_sealed, { number: 1 });
      return examination.undecided();
    }
    examination.fails("page 1", SAID.page_proof_differs);
    return examination.altered();
  }
  examination.holds("page 1", SAID.page_holds, { number: 1, places: read.number, count: claims.pages });
  examination.leavesOpen("others", SAID.others_not_shown);
  remarks(null, claims, now, examination);
  return examination.genuine(genuinePage(claims, read.number));
}

/** Why nothing can be said of these bytes; empty if something can. */
function whyUnusable(pdf, trusted) {
  if (!pdf.length) return SAID.empty;
  if (pdf.length > LARGEST_RECEIPT) return SAID.too_large;
  const text = LATIN.decode(pdf);
  const marked = looksSigned(text);
  if (!marked && !text.startsWith("%PDF-")) return SAID.not_a_pdf;
  if (!marked && text.includes("/Encrypt")) return SAID.encrypted;
  return trusted.length ? "" : SAID.nobody_trusted;
}

/** { manifest, claims } of a signed PDF, once signature, code and list hold together; null otherwise. */
async function attestedBy(pdf, trusted, examination) {
  const signed = await signerOf(pdf, trusted);
  if (signed.flaw) {
    examination.fails("signature", SAID.flaws[signed.flaw]);
    return null;
  }
  examination.holds("signature", SAID.signature_holds);
  const attached = await readAttachments(pdf);
  if (!attached) {
    examination.fails("attachments", SAID.not_a_receipt);
    return null;
  }
  const claims = await readProofBytes(attached.proof, [signed.certificate]);
  if (claims.rejected) {
    examination.fails("code", SAID.rejected[claims.rejected]);
    return null;
  }
  examination.holds("code", SAID.code_holds);
  const manifest = decodeManifest(attached.manifest);
  if (manifest.error) {
    examination.fails("manifest", manifest.error);
    return null;
  }
  if (!equal(await sha256(attached.manifest), claims.manifest) || !(await proofMatches(claims, manifest))) {
    examination.fails("manifest", SAID.manifest_differs);
    return null;
  }
  examination.holds("manifest", SAID.manifest_holds);
  return { manifest, claims };
}

function validThen(claims, examination) {
  const { certificate, issued } = claims;
  if (issued.seconds < certificate.from || issued.seconds > certificate.until) {
    examination.fails("validity", SAID.was_not_valid);
    return false;
  }
  examination.holds("validity", SAID.was_valid);
  return true;
}

/** Whether the file given as `number` is one of the manifest's, byte for byte. */
async function pageHolds(number, page, manifest, examination) {
  const digest = await sha256(page);
  const places = manifest.pages.filter((entry) => equal(entry.digest, digest)).map((entry) => entry.number);
  const name = `page ${number}`;
  if (places.length) {
    examination.holds(name, SAID.page_holds, { number, places: places.join(", "), count: manifest.pages.length });
  } else if (isSealed(page)) {
    examination.leavesOpen(name, SAID.page_sealed, { number });
  } else {
    examination.fails(name, SAID.page_differs, { number });
  }
  return places.length > 0;
}

function isSealed(page) {
  return LATIN.decode(page.subarray(0, SEALED_MAGIC.length)) === SEALED_MAGIC;
}

/** What the verdict does not cover. */
function remarks(manifest, claims, now, examination) {
  if (now !== null && now > claims.certificate.until) examination.leavesOpen("expiry", SAID.has_expired);
  if (!manifest) examination.leavesOpen("paper", SAID.only_the_code);
  examination.leavesOpen("clock", SAID.clock_not_proved);
  examination.leavesOpen("body", doesNotProve(claims.level, manifest ? manifest.body : ""));
}
