import { versionsOf } from '../random.ts';

/** Prints the versions that the files of orders are about, one a line; they are the same each time. */
const [ecosystem = ''] = process.argv.slice(2);
console.log(versionsOf(ecosystem, 1200, 7).join('\n'));
