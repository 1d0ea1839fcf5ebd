// Whether a PDF is, to the last byte, what a kiosk signed: one signature over the whole file, one content of the gap.

const SIGNED_MARKS = ["/ByteRange", "/ETSI.CAdES.detached", "/DocMDP"];

function looksSigned(text) {
  return SIGNED_MARKS.some((mark) => text.includes(mark));
}

/** Who among `trusted` signed the whole of `pdf`: { certificate }, or { flaw }. */
async function signerOf(pdf, trusted) {
  const signed = await takeApart(pdf);
  if (signed.flaw) return signed;
  let present = trusted.filter((one) => !one.isRoot && contains(signed.container, one.der));
  if (!present.length) present = await chained(signed.container, trusted);
  if (!present.length) return { flaw: "unknown_kiosk" };
  for (const certificate of present) {
    if (await containerHolds(signed.container, certificate, signed.digest)) return { certificate };
  }
  return { flaw: "changed" };
}

/** The certificate in `container`, where a trusted root signed it. */
async function chained(container, trusted) {
  const roots = trusted.filter((one) => one.isRoot);
  const carried = roots.length ? await carriedCertificate(container) : null;
  for (const root of carried ? roots : []) {
    if (await issuedByRoot(carried, root)) return [carried];
  }
  return [];
}

async function takeApart(pdf) {
  const text = LATIN.decode(pdf);
  const ranges = [...text.matchAll(/\/ByteRange \[0 (\d{1,9}) (\d{1,9}) (\d{1,9})\]/g)];
  if (!ranges.length && !looksSigned(text)) return { flaw: "not_signed" };
  if (ranges.length !== 1 || text.split("/ByteRange").length !== 2) return { flaw: "not_whole" };
  const [start, end, rest] = ranges[0].slice(1).map(Number);
  const gap = text.slice(start, end);
  const whole = 0 < start && start < end && end + rest === pdf.length;
  if (!whole || gap.length < 1 || gap[0] !== "<" || gap[gap.length - 1] !== ">") return { flaw: "not_whole" };
  const container = containerIn(gap.slice(1, -1));
  if (!container) return { flaw: "changed" };
  return { digest: await sha256(joined(pdf.subarray(0, start), pdf.subarray(end))), container };
}

/** The DER in the gap: uppercase hexadecimal, then nothing but zeros. */
function containerIn(digits) {
  if (digits.length % 2 || !/^[0-9A-F]*$/.test(digits)) return null;
  const data = fromHex(digits);
  const length = 4 + data[2] * 256 + data[3];
  if (data[0] !== 0x30 || data[1] !== 0x82 || data.length < length || data.subarray(length).some((byte) => byte)) return null;
  return data.slice(0, length);
}
