// What outside authorities say of a receipt's time. Unknown or expired is told, and never fatal.

const TOLERANCE = 300; // seconds that two honest clocks may differ by

/** { since, until }: the times between which the receipt was made, with a check for each thing found. */
async function examineTimes(claims, since, stamps, authorities, now, examination) {
  const vouched = new Map();
  for (const stamp of [since, ...stamps]) if (stamp) vouched.set(stamp, await vouchedBy(stamp, authorities));
  const later = stamps.filter((stamp) => vouched.get(stamp));
  const known = {
    since: since && vouched.get(since) ? since : null,
    until: later.reduce((first, stamp) => (first && first.time <= stamp.time ? first : stamp), null),
  };
  const sayers = [known.since, known.until].filter(Boolean).map((stamp) => stamp.authority.name);
  if (sayers.length) {
    const said = { between: between(claims.issued, known), names: [...new Set(sayers)].join(", ") };
    examination.holds("time", SAID.time_holds, said);
  }
  for (const [stamp, trusted] of vouched) {
    const { authority, time } = stamp;
    const values = { authority: authority.name };
    if (!wasValid(authority, time)) examination.leavesOpen("authority", SAID.authority_was_not_valid, values);
    else if (!trusted) examination.leavesOpen("authority", SAID.authority_unknown, values);
    else if (now !== null && now > authority.until) examination.leavesOpen("authority", SAID.authority_expired, values);
  }
  const { seconds } = claims.issued;
  if (known.until && seconds > known.until.time + TOLERANCE) examination.leavesOpen("clock", SAID.clock_ahead);
  else if (known.since && seconds < known.since.time - TOLERANCE) examination.leavesOpen("clock", SAID.clock_behind);
  return known;
}

/** "Établi entre le … et le …", or the half of it that is known; nothing where nothing is. */
function between({ quarters }, { since, until }) {
  const moment = (stamp) => {
    const { date, hour } = localTime({ seconds: stamp.time, quarters });
    return `${date}, ${hour}`;
  };
  if (since && until) return filled(SAID.between, { after: moment(since), before: moment(until) });
  if (until) return filled(SAID.before, { before: moment(until) });
  return since ? filled(SAID.after, { after: moment(since) }) : "";
}
