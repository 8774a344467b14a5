import type { Release } from '@slipway/system';
import type { EngineName } from './engine.ts';

/**
 * The releases that are used, with the checksums that their makers published. semgrep is not among them: it is a Python program
 * with hundreds of files, so its path is given.
 *
 * trivy is pinned to the last release before its makers' account was taken over in March 2026 (GHSA-69fq-xp46-6x23).
 */
export const RELEASES: Readonly<Partial<Record<EngineName, Release>>> = {
  'osv-scanner': {
    version: '2.5.1',
    address: 'https://github.com/google/osv-scanner/releases/download',
    files: {
      'linux-x64': {
        path: 'v2.5.1/osv-scanner_linux_amd64',
        sha256: 'f9f25499a2c8cc367b3af45df2ea7eeca7fbccceab9c35079968f4b3652194be',
      },
      'linux-arm64': {
        path: 'v2.5.1/osv-scanner_linux_arm64',
        sha256: '3d0f5aa5a6baa8eb32bcef247388e149ef6030a6634ccae6fa0d62681fb27a6d',
      },
    },
  },
  gitleaks: {
    version: '8.30.1',
    address: 'https://github.com/gitleaks/gitleaks/releases/download',
    files: {
      'linux-x64': {
        path: 'v8.30.1/gitleaks_8.30.1_linux_x64.tar.gz',
        sha256: '551f6fc83ea457d62a0d98237cbad105af8d557003051f41f3e7ca7b3f2470eb',
        member: 'gitleaks',
      },
      'linux-arm64': {
        path: 'v8.30.1/gitleaks_8.30.1_linux_arm64.tar.gz',
        sha256: 'e4a487ee7ccd7d3a7f7ec08657610aa3606637dab924210b3aee62570fb4b080',
        member: 'gitleaks',
      },
    },
  },
  grype: {
    version: '0.110.0',
    address: 'https://github.com/anchore/grype/releases/download',
    files: {
      'linux-x64': {
        path: 'v0.110.0/grype_0.110.0_linux_amd64.tar.gz',
        sha256: 'aaa98d27d2d7efd9317c6a1ad6d9b15f3e65bab320e7d03bde41e251387bb71c',
        member: 'grype',
      },
      'linux-arm64': {
        path: 'v0.110.0/grype_0.110.0_linux_arm64.tar.gz',
        sha256: '804041ee69f119022e3e866741a558eae6f2df372a5dc1a5376d456d16f8c931',
        member: 'grype',
      },
    },
  },
  trivy: {
    version: '0.69.3',
    address: 'https://github.com/aquasecurity/trivy/releases/download',
    files: {
      'linux-x64': {
        path: 'v0.69.3/trivy_0.69.3_Linux-64bit.tar.gz',
        sha256: '1816b632dfe529869c740c0913e36bd1629cb7688bd5634f4a858c1d57c88b75',
        member: 'trivy',
      },
    },
  },
};
