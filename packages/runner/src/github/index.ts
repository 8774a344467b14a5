export { connectGitHub } from './connect.ts';
