import { expect, test } from '@jest/globals';
import { versionComplaint } from './node-version.ts';

test.each(['20.20.2', '21.7.3', '18.0.0', '9.11.2'])('Node %s is too old, which is said with what is needed', (version) => {
  expect(versionComplaint(version)).toContain(`needs Node 22 or later, and this is Node ${version}.`);
});

test.each(['22.0.0', '24.21.0', '100.0.0-nightly'])('Node %s will do', (version) => {
  expect(versionComplaint(version)).toBeUndefined();
});
