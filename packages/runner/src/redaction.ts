import type { Host } from './host.ts';

/** A shorter value would hide half of every text, and is no secret worth the name. */
const SHORTEST = 4;
/** A line of a file that is secret as a whole: shorter ones are its syntax, such as `kind: Config`. */
const SHORTEST_LINE = 16;
/** A shorter beginning of a secret may be the beginning of something else. */
const SHORTEST_BEGINNING = 12;
/** A piece of base64 or hexadecimal that is shorter turns up by chance. */
const SHORTEST_ENCODED = 12;

/** Base64 at each of the three alignments: what stands before a secret shifts its whole encoding. */
function base64Of(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((shift) => {
    const text = Buffer.from(`${'x'.repeat(shift)}${secret}`)
      .toString('base64')
      .replace(/=+$/, '');
    // The first and the last characters depend on the secret's neighbours.
    const own = text.slice(shift === 0 ? 0 : 4, (shift + Buffer.byteLength(secret)) % 3 === 0 ? undefined : -1);
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

const jsonOf = (text: string): string => JSON.stringify(text).slice(1, -1);

const writings = (text: string): readonly string[] =>
  // JSON twice, because a message is itself often a text within JSON.
  text.length < SHORTEST ? [] : [text, jsonOf(text), jsonOf(jsonOf(text)), encodeURIComponent(text), encodeURI(text)];

function encodings(text: string): readonly string[] {
  const hex = Buffer.from(text).toString('hex');
  return [...base64Of(text), hex, hex.toUpperCase()].filter(({ length }) => length >= SHORTEST_ENCODED);
}

/** The lines by which a secret can be told: of a file that is secret as a whole, the longer ones. */
function linesOf(secret: string): readonly string[] {
  const lines = secret.trim().split(/\r?\n/);
  return lines.length === 1 ? lines : lines.map((line) => line.trim()).filter(({ length }) => length >= SHORTEST_LINE);
}

/** Every spelling in which a secret could come back: from a server's message, a URL, a JSON text, a header. */
export function spellingsOf(secret: string): readonly string[] {
  const texts = [secret, secret.trim(), ...linesOf(secret)];
  return [...new Set([...texts.flatMap(writings), ...texts.flatMap(encodings)])];
}

/** The spellings by whose beginning alone a secret can be told; a file's own beginning is its syntax. */
function tellingOf(secret: string): readonly string[] {
  return [...linesOf(secret).flatMap(writings), ...encodings(secret)].filter(({ length }) => length > SHORTEST_BEGINNING);
}

/** The text without longer beginnings of a spelling: a message that is cut to length may have been cut within a secret. */
function withoutBeginnings(text: string, spelling: string): string {
  const beginning = spelling.slice(0, SHORTEST_BEGINNING);
  let [shown, from] = ['', 0];
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, from)) {
    let length = beginning.length;
    while (at + length < text.length && text[at + length] === spelling[length]) length += 1;
    shown += `${text.slice(from, at)}***`;
    from = at + length;
  }
  return shown + text.slice(from);
}

/** Knows secrets, and hides them in whatever is shown. */
export class Redaction {
  #spellings: readonly string[] = [];
  readonly #telling = new Set<string>();

  add(secret: string): void {
    const all = new Set([...this.#spellings, ...spellingsOf(secret)]);
    // Longest first, so that no half of a secret stays when a shorter one is part of it.
    this.#spellings = [...all].sort((a, b) => b.length - a.length);
    for (const spelling of tellingOf(secret)) this.#telling.add(spelling);
  }

  text(shown: string): string {
    const whole = this.#spellings.reduce((text, spelling) => text.replaceAll(spelling, '***'), shown);
    return [...this.#telling].reduce(withoutBeginnings, whole);
  }

  /** The value with every secret hidden in each of its texts, the names of fields included. */
  value<T>(value: T): T {
    if (this.#spellings.length === 0) return value;
    if (typeof value === 'string') return this.text(value) as T;
    if (Array.isArray(value)) return value.map((each: unknown) => this.value(each)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [this.text(key), this.value(each as unknown)])) as T;
  }
}

/**
 * The host, with every masked secret hidden in all that leaves it.
 *
 * A runner masks only the log, and only what is spelt as the secret is: reports and summaries are files, and a server
 * may well send the credentials it refuses back, encoded.
 */
export function redactingHost(host: Host): Host {
  const redaction = new Redaction();
  const { log } = host.ports;
  return {
    ...host,
    ports: {
      ...host.ports,
      log: {
        info: (line) => log.info(redaction.text(line)),
        debug: (line) => log.debug(redaction.text(line)),
        group: (title, work) => log.group(redaction.text(title), work),
        mask: (secret) => {
          redaction.add(secret);
          log.mask(secret);
        },
      },
    },
    annotate: (annotation) => host.annotate(redaction.value(annotation)),
    writeOutput: (name, value) => host.writeOutput(name, redaction.text(value)),
    writeSummary: (action, blocks) => host.writeSummary(action, redaction.value(blocks)),
    writeReport: (report) => host.writeReport(redaction.value(report)),
  };
}
