import type { ImagePackage, ImageSystem } from './package.ts';

function fieldsOf(stanza: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of stanza.split('\n')) {
    const [, name, value] = /^([A-Za-z][A-Za-z0-9-]*):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !fields.has(name)) fields.set(name, value.trim());
  }
  return fields;
}

/** The installed packages in dpkg's status file; what is removed or half installed is left out. */
export function parseDpkg(text: string, foundIn: string): readonly ImagePackage[] {
  return text.split(/\n\n+/).flatMap((stanza): readonly ImagePackage[] => {
    const fields = fieldsOf(stanza);
    const [name, version, architecture] = [fields.get('Package'), fields.get('Version'), fields.get('Architecture')];
    const status = fields.get('Status');
    if (name === undefined || version === undefined) return [];
    if (status !== undefined && !status.endsWith(' installed')) return [];
    const [, source, sourceVersion = version] = /^(\S+)(?:\s+\((.+)\))?$/.exec(fields.get('Source') ?? '') ?? [];
    const origin = source === undefined ? {} : { source: { name: source, version: sourceVersion } };
    return [{ ecosystem: 'deb', name, version, foundIn, ...(architecture && { architecture }), ...origin }];
  });
}

/** The packages in Alpine's database; its fields have names of one letter. */
export function parseApk(text: string, foundIn: string): readonly ImagePackage[] {
  return text.split(/\n\n+/).flatMap((stanza): readonly ImagePackage[] => {
    const fields = fieldsOf(stanza);
    const [name, version, architecture] = [fields.get('P'), fields.get('V'), fields.get('A')];
    if (name === undefined || version === undefined) return [];
    const [licence, source] = [fields.get('L'), fields.get('o')];
    const origin = source === undefined || source === name ? {} : { source: { name: source, version } };
    const more = { ...(architecture && { architecture }), ...(licence && { licence }), ...origin };
    return [{ ecosystem: 'apk', name, version, foundIn, ...more }];
  });
}

/** A Python distribution from its METADATA or PKG-INFO; undefined when the file is none. */
export function parsePython(text: string, foundIn: string): ImagePackage | undefined {
  const fields = fieldsOf(text.split(/\r?\n\r?\n/)[0]?.replaceAll('\r', '') ?? '');
  const [name, version] = [fields.get('Name'), fields.get('Version')];
  if (name === undefined || version === undefined) return undefined;
  const licence = fields.get('License-Expression') ?? fields.get('License');
  return { ecosystem: 'pypi', name, version, foundIn, ...(licence && { licence }) };
}

/** A module from its package.json; undefined when it names no version, as a nested marker file does. */
export function parseNpm(text: string, foundIn: string): ImagePackage | undefined {
  try {
    const { name, version, license } = JSON.parse(text) as Partial<Record<string, unknown>>;
    if (typeof name !== 'string' || typeof version !== 'string' || name === '' || version === '') return undefined;
    return { ecosystem: 'npm', name, version, foundIn, ...(typeof license === 'string' && { licence: license }) };
  } catch {
    return undefined;
  }
}

/** The system that os-release names. */
export function parseOsRelease(text: string): ImageSystem | undefined {
  const value = (name: string): string | undefined => new RegExp(`^${name}=["']?(.*?)["']?\\s*$`, 'm').exec(text)?.[1];
  const id = value('ID');
  return id === undefined ? undefined : { id, version: value('VERSION_ID') ?? '', name: value('PRETTY_NAME') ?? id };
}
