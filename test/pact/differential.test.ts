import { beforeAll, describe, expect, test } from '@jest/globals';
import { matchResponse, parsePact } from '@slipway/contract';
import { allCases } from './cases.ts';
import { DISAGREEMENTS } from './disagreements.ts';
import { askPact, type Case, pactOf } from './oracle.ts';

const TEN_MINUTES_MS = 600_000;
const cases = allCases();

/** What ours says of a case: what is not as the contract says. */
function mismatchesOf(each: Case): readonly string[] {
  const [interaction] = parsePact('pact.json', JSON.stringify(pactOf([[0, each]], each.version))).interactions;
  if (interaction === undefined) throw new Error('The pact lost its interaction.');
  const { status, headers, body } = each.actual;
  return matchResponse(interaction, { status, headers, body: Buffer.from(body) }).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  );
}

let verdicts: Awaited<ReturnType<typeof askPact>>;
beforeAll(async () => {
  verdicts = await askPact(cases);
}, TEN_MINUTES_MS);

describe(`Pact's own verifier and ours, on ${cases.length} answers`, () => {
  const differing = () =>
    cases.flatMap((each, index) => {
      const [theirs, ours] = [verdicts[index], mismatchesOf(each)];
      if (theirs === undefined || theirs.kept === (ours.length === 0)) return [];
      return [
        { each, pact: theirs.kept ? ('keeps' as const) : ('breaks' as const), said: theirs.kept ? ours.join('; ') : theirs.why },
      ];
    });

  test('agree, but for what is listed with its reason', () => {
    const unexplained = differing().filter(
      ({ each, pact }) => !DISAGREEMENTS.some((known) => known.pact === pact && known.covers(each)),
    );
    expect(unexplained.map(({ each, pact, said }) => `${each.name}: ${each.actual.body}: Pact ${pact} it; ${said}`)).toEqual([]);
  });

  test('differ wherever it is listed that they do', () => {
    const found = differing();
    const idle = DISAGREEMENTS.filter((known) => !found.some(({ each, pact }) => known.pact === pact && known.covers(each)));
    expect(idle.map(({ what }) => what)).toEqual([]);
    expect(found.length).toBeLessThan(cases.length / 20);
  });

  test('each keep and break a good share of them, so that agreement says something', () => {
    const kept = verdicts.filter((each) => each.kept).length;
    expect(kept).toBeGreaterThan(cases.length / 8);
    expect(cases.length - kept).toBeGreaterThan(cases.length / 8);
  });
});
