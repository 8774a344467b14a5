import { type CodeScanning, uploadRefused } from '@slipway/github';
import { type Connection, read } from './connection.ts';
import { patiently } from './write.ts';

/** Code scanning over the REST API. */
export function codeScanningOver(connection: Connection): CodeScanning {
  const { octokit, at, token, world } = connection;
  return {
    uploadSarif: async ({ sha, ref, sarif }) => {
      const upload = { ...at, commit_sha: sha, ref, sarif };
      const result = await patiently(() => octokit.rest.codeScanning.uploadSarif(upload), token, world);
      return 'value' in result ? { kind: 'taken', id: result.value.data.id ?? '' } : uploadRefused(result.refusal);
    },
    readUpload: (id) =>
      read(
        connection,
        () => octokit.rest.codeScanning.getSarif({ ...at, sarif_id: id }),
        ({ data }) => ({ state: data.processing_status ?? 'pending', errors: data.errors ?? [] }),
      ),
  };
}
