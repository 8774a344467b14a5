import type { Stance } from '@slipway/argocd';
import type { Explanation } from './explain.ts';
import type { Request } from './request.ts';
import type { End, Waited } from './wait.ts';

type Failed = Extract<End, { readonly kind: 'failed' }>;

const short = (revision: string): string => revision.slice(0, 12);

function lastSeen(stance: Stance): string {
  switch (stance.kind) {
    case 'unseen':
      return stance.revision === undefined
        ? 'Argo CD has not compared it with the repository yet'
        : `Argo CD was at ${short(stance.revision)}, which does not have the commit: does it follow another branch?`;
    case 'syncing':
      return `a sync was still running${stance.message === undefined ? '' : ` (${stance.message})`}`;
    case 'out-of-sync':
      return 'Argo CD saw the commit and had not begun to apply it';
    case 'live':
      return `the image ran, and the application was ${stance.health}${stance.message === undefined ? '' : ` (${stance.message})`}`;
    default:
      return `it was ${stance.kind.replaceAll('-', ' ')}`;
  }
}

/** What failed and what to do about it. */
export function wordsOfFailure(name: string, { reason, stance }: Failed, request: Request): readonly [string, string] {
  const seconds = request.patience.timeoutMs / 1000;
  switch (reason) {
    case 'elsewhere':
      return [`${name} does not read the configuration repository ${request.url}.`, 'Check "applications" and "repository".'];
    case 'incomparable': {
      const said = stance.kind === 'incomparable' ? stance.message : '';
      const specification = stance.kind === 'incomparable' && stance.specification;
      return [
        `Argo CD cannot compare ${name} with the repository: ${said}`,
        specification
          ? 'Mend the Application or its project.'
          : 'Mend the manifests; "argocd app manifests" shows what it tries.',
      ];
    }
    case 'sync-failed': {
      const failed = stance.kind === 'sync-failed' ? stance : { message: '', resources: [] };
      const what = failed.resources.length === 0 ? failed.message : failed.resources.join('; ');
      return [`Argo CD failed to apply ${name}: ${what}`, 'Mend what the cluster refused, and write again.'];
    }
    case 'auto-sync-off':
      return [
        `${name} saw the commit and does not sync by itself, so it would never be applied.`,
        'Turn automated sync on, or set sync: true to have it asked for.',
      ];
    case 'window-closed':
      return [`A sync window keeps Argo CD from applying ${name}.`, 'Run it again when the window is open.'];
    case 'drifted': {
      const what = stance.kind === 'drifted' ? stance.resources.join(', ') : '';
      return [
        `The commit was applied, and the cluster is not as it says: ${what}.`,
        'Somebody or something changes it; see the fields below, and let self-heal put it right or leave the field out of Git.',
      ];
    }
    case 'degraded':
      return [
        `${name} runs the image and is Degraded.`,
        'See below what is unwell; update-gitops goes back with mode: rollback.',
      ];
    case 'suspended':
      return [`${name} runs the image and stayed Suspended for ${seconds} s.`, 'Resume what is paused, or give it more time.'];
    case 'image-absent': {
      const images = stance.kind === 'image-absent' ? stance.images : [];
      return [
        `${name} is in sync with a revision that has the commit, and does not run ${request.image}@${request.digest}.`,
        `It runs ${images.length === 0 ? 'no image' : images.join(', ')}. Does the application read the file that was written?`,
      ];
    }
    case 'timeout':
      return [
        `${name} was not there after ${seconds} s: ${lastSeen(stance)}.`,
        'Give it more "timeout", or see its page in Argo CD.',
      ];
  }
}

/** What became of an application, in one line. */
export function wordsOf({ name, end, afterMs }: Waited, request: Request): string {
  const seconds = Math.round(afterMs / 1000);
  if (end.kind === 'live')
    return `${name} runs the image in good health at ${short(end.revision)}, after ${seconds} s${end.stumbled ? '; on the way it was Degraded' : ''}.`;
  if (end.kind === 'superseded')
    return `${name}: superseded by the newer run ${end.by.run.id} (attempt ${end.by.run.attempt}), which wrote ${short(end.by.commit)}.`;
  if (end.kind === 'absent') return `There is no application ${name}.`;
  return wordsOfFailure(name, end, request)[0];
}

/** The lines that say what is the matter, the nearest cause first. */
export function evidenceOf({ troubles, differences }: Explanation): readonly string[] {
  return [
    ...troubles.map(({ resource, health, message, event }) =>
      [`${resource} is ${health}`, ...(message ? [message] : []), ...(event ? [event] : [])].join(': '),
    ),
    ...differences.map(({ resource, field, git, live }) =>
      field === undefined
        ? `${resource} differs`
        : `${resource}: ${field} is ${live ?? 'absent'}${git === undefined ? ', and not in Git' : `, and ${git} in Git`}`,
    ),
  ];
}
