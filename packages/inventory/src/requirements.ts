import type { Package } from './package.ts';
import type { Note, PackageList } from './package-list.ts';

const NAME = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*/;
const PIN = /^===?\s*([^\s,;]+)\s*(?:;|$)/;

/** Lines as pip joins them: a backslash at the end goes on; each with the number of its first. */
function* logicalLines(text: string): Generator<readonly [line: number, content: string]> {
  let [start, held] = [0, ''];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (held === '') start = index + 1;
    if (line.endsWith('\\')) {
      held += line.slice(0, -1);
      continue;
    }
    yield [start, `${held}${line}`.replace(/(^|\s)#.*$/, '').trim()];
    held = '';
  }
  if (held !== '') yield [start, held.trim()];
}

/** A path beside a file; `..` leads up. */
function beside(file: string, path: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}

/**
 * Reads a requirements.txt. Only what is pinned with `==` is a package: of anything else the file does not say which
 * version is installed, and a note says so. Markers are left aside, for some machine they hold on.
 */
export function parseRequirements(file: string, text: string): PackageList {
  const packages: Package[] = [];
  const notes: Note[] = [];
  const includes: string[] = [];
  for (const [line, content] of logicalLines(text)) {
    const include = /^(?:-r|--requirement)[\s=]\s*(\S+)/.exec(content)?.[1];
    if (include !== undefined && !/^\w+:\/\//.test(include)) includes.push(beside(file, include));
    if (content === '' || content.startsWith('-')) continue;
    // Hashes and other options of one requirement follow it.
    const requirement = content.replace(/\s--?[a-z][\s\S]*$/, '').trim();
    const name = NAME.exec(requirement);
    const version = name === null ? undefined : PIN.exec(requirement.slice(name[0].length))?.[1];
    const location = { file, line };
    if (name?.[1] !== undefined && version !== undefined && !version.includes('*'))
      packages.push({ ecosystem: 'PyPI', name: name[1], version, dev: false, direct: true, location, via: [name[1]] });
    else notes.push({ message: `"${requirement.slice(0, 80)}" is not pinned with ==, so its version is not known.`, location });
  }
  return { packages, notes, includes };
}
