import { CATALOGUE, isToolName } from './catalogue.ts';
import { CommandFailure, tool } from './index.ts';

const names = process.argv.slice(2);
const unknown = names.filter((name) => !isToolName(name));
if (names.length === 0 || unknown.length > 0) {
  console.error(`usage: tools NAME...   where NAME is one of ${Object.keys(CATALOGUE).join(', ')}`);
  process.exit(2);
}
for (const name of names.filter(isToolName)) {
  try {
    console.log(await tool(name));
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    if (error instanceof CommandFailure) console.error(error.tail.join('\n'));
    process.exit(1);
  }
}
