/** One released file of a program, by the digest that it must have before anything of it is executed. */
export interface Pin {
  /** Below the address of the releases. */
  readonly path: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  /** The program within the archive; the file itself is the program when there is none. */
  readonly member?: string;
}

/** A program's release, for each platform that it can be had for. */
export interface Release {
  readonly version: string;
  /** Where its releases lie, unless a mirror is named. */
  readonly address: string;
  /** By Node's names of system and processor, such as `linux-x64`. */
  readonly files: Readonly<Record<string, Pin>>;
}

/** What is to be fetched of a release. */
export interface ReleasedFile extends Omit<Pin, 'path'> {
  readonly version: string;
  readonly url: string;
}

/**
 * The file of a release for one platform; undefined where there is none.
 *
 * @param platform Node's names of system and processor, such as `linux-x64`
 * @param mirror an address that has the releases in the place of their makers'
 */
export function releasedFile(release: Release, platform: string, mirror?: string): ReleasedFile | undefined {
  const pin = release.files[platform];
  if (pin === undefined) return undefined;
  const { path, ...rest } = pin;
  return { version: release.version, url: `${(mirror ?? release.address).replace(/\/+$/, '')}/${path}`, ...rest };
}
