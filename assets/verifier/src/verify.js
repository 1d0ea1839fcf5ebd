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
async function verifyAny(data, pages, trusted, now, authorities = []) {
  try {
    if ([PREFIX, EVENT_PREFIX].includes(LATIN.decode(data.subarray(0, PREFIX.length)))) {
      if (pages.length) return new Examination().unusable(SAID.ticket_and_pages);
      return await verifyText(new TextDecoder().decode(data), trusted, now);
    }
    if (looksLikePageProof(data)) return await verifyPageProof(data, pages, trusted, now);
    return await verifyReceipt(data, pages, trusted, now, authorities);
  } catch (error) {
    if (error instanceof TooOld) return new Examination().unusable(SAID.browser_too_old);
    throw error;
  }
}

async function verifyReceipt(pdf, pages, trusted, now, authorities) {
  const examination = new Examination();
  const unusable = whyUnusable(pdf, trusted);
  if (unusable) return examination.unusable(unusable);
  const signed = await wholeAndSigned(pdf, trusted, examination);
  if (!signed) return examination.altered();
  const event = eventFile(signed.files);
  if (event && pages.length) return examination.unusable(SAID.event_no_pages);
  if (event) return verifyEvent(await readEventBytes(event, [signed.certificate]), now, examination, false);
  const attested = await attestedBy(signed, examination);
  if (!attested) return examination.altered();
  const { manifest, claims, since } = attested;
  if (!validThen(claims, examination)) return examination.altered();
  for (const [place, page] of pages.entries()) {
    if (await pageHolds(place + 1, page, manifest, examination)) continue;
    return examination.checks.at(-1).passed === false ? examination.altered() : examination.undecided();
  }
  const known = await examineTimes(claims, since, signed.stamps, authorities, now, examination);
  remarks(claims.certificate, doesNotProve(claims.level, manifest.body), now, examination, false, known);
  return examination.genuine(genuineReceipt(manifest, claims, pages.length, known));
}

/** Why no code can be judged with these certificates; empty if one can. A root signs no code. */
function whyNoKiosk(trusted) {
  if (trusted.some((one) => !one.isRoot)) return "";
  return trusted.length ? SAID.code_needs_kiosk : SAID.nobody_trusted;
}

async function verifyText(text, trusted, now) {
  const examination = new Examination();
  const unusable = whyNoKiosk(trusted);
  if (unusable) return examination.unusable(unusable);
  const kiosks = trusted.filter((one) => !one.isRoot);
  const code = text.replace(/^[\r\n\t]+|[\r\n\t]+$/g, "");
  if (text.startsWith(EVENT_PREFIX)) return verifyEvent(await readEvent(code, kiosks), now, examination, true);
  const claims = await readProof(code, kiosks);
  if (["not_a_proof", "unknown_version"].includes(claims.rejected)) return examination.unusable(SAID.rejected[claims.rejected]);
  if (!codeHolds(claims, examination) || !validThen(claims, examination)) return examination.altered();
  remarks(claims.certificate, doesNotProve(claims.level, ""), now, examination, true);
  return examination.genuine(genuineCode(claims));
}

/** The verdict on the code of a follow-up. */
function verifyEvent(claims, now, examination, onlyCode) {
  if (claims.rejected === "unknown_version") return examination.unusable(SAID.rejected.unknown_version);
  if (!codeHolds(claims, examination) || !validThen(claims, examination)) return examination.altered();
  const notProved = filled(claims.event.does_not, { body: SAID.the_body });
  remarks(claims.certificate, notProved, now, examination, onlyCode);
  return examination.genuine(genuineEvent(claims));
}

function codeHolds(claims, examination) {
  if (claims.rejected) examination.fails("code", SAID.rejected[claims.rejected]);
  else examination.holds("code", SAID.code_holds);
  return !claims.rejected;
}

async function verifyPageProof(data, pages, trusted, now) {
  const examination = new Examination();
  const unusable = whyNoKiosk(trusted);
  if (unusable) return examination.unusable(unusable);
  const read = readPageProof(data);
  if (!read) {
    examination.fails("page proof", SAID.page_proof_damaged);
    return examination.altered();
  }
  const claims = await readProofBytes(read.proof, trusted.filter((one) => !one.isRoot));
  if (!codeHolds(claims, examination) || !validThen(claims, examination)) return examination.altered();
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
  remarks(claims.certificate, doesNotProve(claims.level, ""), now, examination, true);
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

/** { certificate, files, stamps } of a PDF that a kiosk signed, stamped since or not; null for any other. */
async function wholeAndSigned(pdf, trusted, examination) {
  const part = signedPart(pdf);
  const signed = await signerOf(part, trusted);
  let stamps = null;
  if (!signed.flaw) {
    try {
      stamps = await stampsAfter(pdf, part);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
    }
  }
  const files = stamps ? await attachedFiles(part) : new Map();
  const flaw = signed.flaw || (!stamps || (stamps.length && eventFile(files)) ? "not_whole" : "");
  if (flaw) {
    examination.fails("signature", SAID.flaws[flaw]);
    return null;
  }
  examination.holds("signature", SAID.signature_holds);
  return { certificate: signed.certificate, files, stamps };
}

/** { manifest, claims, since }, once code, list and evidence hold together; null otherwise. */
async function attestedBy({ certificate, files }, examination) {
  const attached = receiptFiles(files);
  if (!attached) {
    examination.fails("attachments", SAID.not_a_receipt);
    return null;
  }
  const claims = await readProofBytes(attached.proof, [certificate]);
  if (!codeHolds(claims, examination)) return null;
  const manifest = await matchingManifest(attached, claims, examination);
  const evidence = await matchingEvidence(attached, claims, examination);
  return manifest && evidence ? { manifest, claims, since: evidence.since } : null;
}

async function matchingManifest(attached, claims, examination) {
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
  return manifest;
}

/** { since }: the receipt's place in the log is checked, where it carries one; null where something is false. */
async function matchingEvidence({ log, since }, claims, examination) {
  const read = async (name, data, reader) => {
    try {
      return data ? await reader(data) : null;
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      examination.fails(name, name === "log" ? SAID.log_differs : SAID.since_differs);
      return undefined;
    }
  };
  const proof = await read("log", log, readLogProof);
  const stamp = proof === undefined ? undefined : await read("since", since, readToken);
  if (stamp === undefined) return null;
  if (!proof) return { since: stamp };
  if (!(await logProofHolds(proof, claims.head, claims.sequence))) {
    examination.fails("log", SAID.log_differs);
    return null;
  }
  examination.holds("log", SAID.log_holds, { sequence: claims.sequence, size: proof.size });
  return { since: stamp };
}

function validThen(claims, examination) {
  if (!wasValid(claims.certificate, claims.issued.seconds)) {
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
function remarks(certificate, notProved, now, examination, onlyCode, { since, until } = {}) {
  if (now !== null && now > certificate.until) {
    examination.leavesOpen("expiry", SAID.has_expired);
    if (!until) examination.leavesOpen("stamp", SAID.expired_unstamped);
  }
  if (onlyCode) examination.leavesOpen("paper", SAID.only_the_code);
  examination.leavesOpen("clock", since || until ? SAID.clock_partly_proved : SAID.clock_not_proved);
  examination.leavesOpen("body", notProved);
}
