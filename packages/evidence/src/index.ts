export type { AttachedFile } from './attachment.ts';
export { artifactTypeOf, BUNDLE_TYPE, readAttachments, STATEMENT_TYPE } from './attachment.ts';
export { parseTrust, signatureProblem, type Trust } from './signature.ts';
export { failureIn, judgeStatements, predicateTypeOf, type Statement, statementIn } from './statement.ts';
