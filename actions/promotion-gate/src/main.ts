import { start } from '@slipway/runner';
import { connectGitHub } from '@slipway/runner/github';
import { action } from './action.ts';
import { runWith } from './run.ts';

await start(action, runWith(connectGitHub));
