import { start } from '@slipway/runner';
import { action } from './action.ts';
import { run } from './run.ts';

await start(action, run);
