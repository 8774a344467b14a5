import { unzipSync } from 'fflate';
import type { ImagePackage } from './package.ts';

/** What one Java archive holds. */
export interface JavaContent {
  readonly packages: readonly ImagePackage[];
  /** Archives that do not say by which names they are known, or could not be read. */
  readonly notes: readonly string[];
}

/** The largest archive that is held to be looked into; a service with all its libraries has a third of it. */
export const JAVA_MAX = 128 * 1024 * 1024;
/** What all archives within one may unpack to, so that a small one cannot fill the memory. */
const UNPACKED_MAX = 512 * 1024 * 1024;
const DEPTH_MAX = 3;

const PROPERTIES = /(^|\/)META-INF\/maven\/[^/]+\/[^/]+\/pom\.properties$/;
const NESTED = /\.(jar|war|ear)$/i;

/** Part of a Java runtime, which has advisories of its own. */
const RUNTIME = /(^|\/)lib\/(jrt-fs|src)\.(jar|zip)$/;

/** The coordinates in a pom.properties, which Maven writes into what it builds. */
function parseProperties(text: string, foundIn: string): readonly ImagePackage[] {
  const of = (key: string): string | undefined => new RegExp(`^\\s*${key}\\s*[=:]\\s*(\\S+)`, 'm').exec(text)?.[1];
  const [group, artifact, version] = [of('groupId'), of('artifactId'), of('version')];
  if (group === undefined || artifact === undefined || version === undefined) return [];
  return [{ ecosystem: 'maven', name: `${group}:${artifact}`, version, foundIn }];
}

interface Budget {
  left: number;
}

function entriesOf(bytes: Uint8Array, budget: Budget): Readonly<Record<string, Uint8Array>> {
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!PROPERTIES.test(name) && !NESTED.test(name)) return false;
      budget.left -= originalSize;
      if (budget.left < 0) throw new RangeError(`it unpacks to more than ${UNPACKED_MAX} bytes`);
      return true;
    },
  });
}

function read(bytes: Uint8Array, path: string, depth: number, budget: Budget): JavaContent {
  let entries: Readonly<Record<string, Uint8Array>>;
  try {
    if (depth > DEPTH_MAX) throw new RangeError('it lies too deep in others');
    entries = entriesOf(bytes, budget);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { packages: [], notes: [`The Java archive ${path} could not be read: ${why}`] };
  }
  const decoder = new TextDecoder();
  const packages: ImagePackage[] = [];
  const notes: string[] = [];
  for (const [name, content] of Object.entries(entries)) {
    if (PROPERTIES.test(name)) packages.push(...parseProperties(decoder.decode(content), path));
    else {
      const inner = read(content, `${path}!${name}`, depth + 1, budget);
      packages.push(...inner.packages);
      notes.push(...inner.notes);
    }
  }
  const silent = packages.length === 0 && notes.length === 0 && !RUNTIME.test(path);
  return { packages, notes: silent ? [`The Java archive ${path} does not say by which names it is known`] : notes };
}

/** Reads a Java archive and all archives within it: what Maven wrote into each of what it is. */
export function readJavaArchive(bytes: Uint8Array, path: string): JavaContent {
  return read(bytes, path, 1, { left: UNPACKED_MAX });
}
