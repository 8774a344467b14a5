export type { Change, Edit, Value } from './edit.ts';
export { digestAmong, editImage, imageValues, putValues } from './edit.ts';
export type { Image, Part } from './image.ts';
export { PARTS, repositoryOf } from './image.ts';
export { parsePath } from './path.ts';
export type { Target } from './target.ts';
