/* Answers every question of vectors.json with the verifier of the page: for each, "verdict|sentence|checks". */
async (said, files) => {
  const { verifyAny, readCertificates, readAuthority, fromHex } = window.temoin;
  const bytes = new Map(Object.entries(files).map(([name, digits]) => [name, fromHex(digits)]));
  const now = Date.parse(said.now) / 1000;
  const trusted = new Map();
  const vouching = new Map();
  const distinct = new Map();
  const answers = [];
  const base45 = (data) => {
    let text = "T1:";
    for (let place = 0; place < data.length; place += 2) {
      const pair = data.subarray(place, place + 2);
      let value = pair.length === 2 ? pair[0] * 256 + pair[1] : pair[0];
      for (let count = 0; count <= pair.length; count += 1, value = Math.floor(value / 45)) {
        text += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"[value % 45];
      }
    }
    return new TextEncoder().encode(text);
  };
  const answer = async (question, data) => {
    const kiosks = [];
    for (const name of question.trust) {
      if (!trusted.has(name)) trusted.set(name, await readCertificates(bytes.get(name)));
      kiosks.push(...trusted.get(name));
    }
    const authorities = [];
    for (const name of question.authorities || []) {
      if (!vouching.has(name)) vouching.set(name, await readCertificates(bytes.get(name), readAuthority));
      authorities.push(...vouching.get(name));
    }
    const pages = (question.pages || []).map((name) => bytes.get(name));
    const report = await verifyAny(question.as === "code" ? base45(data) : data, pages, kiosks, now, authorities);
    const checks = report.checks.map((check) => `${check.name}=${check.passed}=${check.sentence}`);
    const text = [report.verdict, report.sentence, ...checks].join("|");
    if (!distinct.has(text)) distinct.set(text, distinct.size);
    answers.push(distinct.get(text));
  };
  for (const question of said.cases) await answer(question, bytes.get(question.file));
  for (const family of said.families) {
    const { from, to, step, xor } = family.mutate;
    for (let place = from; place < to; place += step) {
      for (const mask of xor) {
        const changed = bytes.get(family.file).slice();
        changed[place] ^= mask;
        await answer(family, changed);
      }
    }
  }
  return { texts: [...distinct.keys()], answers };
}
