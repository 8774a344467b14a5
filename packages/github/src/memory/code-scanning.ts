import { type CodeScanning, type SarifUpload, uploadRefused } from '../code-scanning.ts';
import { unread } from '../read.ts';
import type { Refusal } from '../refusal.ts';

/** Code scanning in memory; what is handed in is added to a list that the caller holds. */
export function memoryCodeScanning(uploads: SarifUpload[], refusal: Refusal | undefined): CodeScanning {
  return {
    uploadSarif: async (upload) => {
      if (refusal !== undefined) return uploadRefused(refusal);
      uploads.push(upload);
      return { kind: 'taken', id: String(uploads.length) };
    },
    readUpload: async (id) => {
      const known = uploads[Number(id) - 1] !== undefined;
      if (refusal !== undefined || !known) return unread(refusal ?? { status: 404, message: 'Not Found', headers: {} });
      return { kind: 'read', value: { state: 'complete', errors: [] } };
    },
  };
}
