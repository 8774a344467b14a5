export { type OfrepAnswer, type OfrepQuestion, ofrepAnswer } from './ofrep-server.ts';
